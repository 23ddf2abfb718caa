/**
 * Systems that are commands of a user: one process or several, each with a port of its own, started
 * in the order of what they need. They run as the stacks of the lab do, on {@link
 * tasktracker.stack.embedded.ProcessStack}.
 */
package tasktracker.stack.system.command;
