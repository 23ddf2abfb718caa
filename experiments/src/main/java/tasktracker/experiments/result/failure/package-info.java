/** The files of a failure experiment. */
package tasktracker.experiments.result.failure;
