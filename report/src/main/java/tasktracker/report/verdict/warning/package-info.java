/** What the data of a sweep shows to be wrong with it, one class for each thing. */
package tasktracker.report.verdict.warning;
