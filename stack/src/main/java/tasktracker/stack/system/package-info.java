/** What is measured side by side: architectures of the lab, and systems of others. */
package tasktracker.stack.system;
