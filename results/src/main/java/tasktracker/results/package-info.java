/** The files of a results folder: their records, written safely and read tolerantly. */
package tasktracker.results;
