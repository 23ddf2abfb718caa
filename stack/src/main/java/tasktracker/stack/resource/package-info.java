/** CPU and memory of process trees, from cumulative counters of the operating system. */
package tasktracker.stack.resource;
