/** The TaskTracker scenario. */
package tasktracker.load.tasktracker;
