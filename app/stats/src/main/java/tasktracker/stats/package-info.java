/** Statistics over the tasks of a user. */
package tasktracker.stats;
