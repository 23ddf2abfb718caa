/** What experiments say, alone and beside each other, by the engine of the reports. */
package tasktracker.ui.study;
