/** CPU, memory and network of containers, from the files of their control groups. */
package tasktracker.stack.resource.container;
