/** Computes comparisons: effects with their distributions, words, crossovers. */
package tasktracker.experiments.analysis.compare;
