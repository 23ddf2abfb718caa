/** Systems that are compose projects of a user, brought up by their own files. */
package tasktracker.stack.system.compose;
