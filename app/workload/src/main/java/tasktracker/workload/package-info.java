/** What the users of TaskTracker do, and what became of what they wrote. */
package tasktracker.workload;
