/** Writes results in the files of Locust, so that tools made for those read them. */
package tasktracker.report.locust;
