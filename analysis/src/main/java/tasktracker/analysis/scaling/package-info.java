/** How throughput grows with load: scalability law, saturation, objectives. */
package tasktracker.analysis.scaling;
