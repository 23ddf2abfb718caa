/** What requests cost: CPU time, memory and money. */
package tasktracker.analysis.cost;
