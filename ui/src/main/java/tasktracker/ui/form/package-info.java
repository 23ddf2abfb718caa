/** Commands as forms, and what was filled in as commands. */
package tasktracker.ui.form;
