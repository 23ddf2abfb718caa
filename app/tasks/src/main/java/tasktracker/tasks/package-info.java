/** Tasks of a user: routes, rules, storage and counts. */
package tasktracker.tasks;
