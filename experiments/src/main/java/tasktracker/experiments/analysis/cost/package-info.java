/** What requests cost: CPU time, memory and money. */
package tasktracker.experiments.analysis.cost;
