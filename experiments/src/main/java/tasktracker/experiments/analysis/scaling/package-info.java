/** How throughput grows with load: scalability law, saturation, objectives. */
package tasktracker.experiments.analysis.scaling;
