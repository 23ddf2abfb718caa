/** Service-level objectives and the load up to which they are met. */
package tasktracker.analysis.objective;
