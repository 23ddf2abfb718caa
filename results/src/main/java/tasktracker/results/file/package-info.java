/** Files of users and of experiments: opened safely, with errors that name file, line and key. */
package tasktracker.results.file;
