/** Users, tasks and statistics composed in one process. */
package tasktracker.monolith;
