/** Workloads: scenarios by name, and what can be checked of their writes. */
package tasktracker.load.workload;
