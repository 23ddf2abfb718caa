/** The files of a failure experiment. */
package tasktracker.results.failure;
