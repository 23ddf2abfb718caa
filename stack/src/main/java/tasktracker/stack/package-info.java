/** Architectures as data, and their running deployments. */
package tasktracker.stack;
