/** Pages of the lab: one HTML file each that needs no network. */
package tasktracker.report.html;
