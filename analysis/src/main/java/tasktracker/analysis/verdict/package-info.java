/**
 * What an experiment says: comparisons with their intervals and words, crossovers, scalability,
 * cost, and the sentences that tell it. {@link tasktracker.analysis.verdict.SweepAnalysis} is the
 * whole, and {@code analysis.json} its form on disk.
 */
package tasktracker.analysis.verdict;
