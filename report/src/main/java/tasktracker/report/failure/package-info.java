/** What a failure experiment found, drawn and told: charts, page, slides and sentences. */
package tasktracker.report.failure;
