/**
 * Stacks as child processes of this machine: one JVM per service instance and PostgreSQL servers,
 * without a container engine. Nothing that is started here outlives its owner: see {@link
 * tasktracker.stack.embedded.Guardian} and {@link tasktracker.stack.embedded.Leftovers}.
 */
package tasktracker.stack.embedded;
