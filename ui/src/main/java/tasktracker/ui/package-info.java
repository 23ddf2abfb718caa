/** The dashboard: a server on this machine, and the pages that it serves. */
package tasktracker.ui;
