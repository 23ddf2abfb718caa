/** Computes comparisons: effects with their distributions, words, crossovers. */
package tasktracker.analysis.compare;
