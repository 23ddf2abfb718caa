/** Experiments that are started here, one at a time. */
package tasktracker.ui.job;
