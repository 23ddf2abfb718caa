/** The experiments of a folder of results: list, describe, name, delete. */
package tasktracker.ui.archive;
