/** Watches the load generator itself, to tell whether it measured the server or its own limits. */
package tasktracker.load.watch;
