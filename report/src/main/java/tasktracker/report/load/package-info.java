/** A report of one run in a single HTML file that needs no network. */
package tasktracker.report.load;
