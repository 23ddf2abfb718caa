/** How figures look: charts as plain data, and the one theme that draws them. */
package tasktracker.report;
