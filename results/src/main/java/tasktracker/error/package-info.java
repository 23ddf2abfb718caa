/**
 * Errors that the user can act on, each with the exit code that ends a command: of bad input, and
 * of the environment.
 */
package tasktracker.error;
