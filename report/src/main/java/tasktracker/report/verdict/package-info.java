/** From a results folder to its analysis: reads files, computes, writes {@code analysis.json}. */
package tasktracker.report.verdict;
