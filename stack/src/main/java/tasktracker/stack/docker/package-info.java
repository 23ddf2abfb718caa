/**
 * Stacks as Docker Compose projects. Containers are found by their labels, never by their names;
 * what an experiment started is taken down with its volumes, what somebody else started stays.
 */
package tasktracker.stack.docker;
