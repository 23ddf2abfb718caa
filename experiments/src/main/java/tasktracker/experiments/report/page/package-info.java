/** Reports as data, written as one HTML file that needs no network, and as Markdown. */
package tasktracker.experiments.report.page;
