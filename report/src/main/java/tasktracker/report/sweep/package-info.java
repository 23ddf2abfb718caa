/**
 * What a results folder is shown as: plots, a page, a deck of slides, a summary. Reads files only.
 */
package tasktracker.report.sweep;
