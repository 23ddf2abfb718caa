/** Several processes that generate the load of one plan together. */
package tasktracker.load.worker;
