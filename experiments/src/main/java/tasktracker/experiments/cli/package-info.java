/** The commands of {@code ./tasktracker}: options in, exit codes and text out. */
package tasktracker.experiments.cli;
