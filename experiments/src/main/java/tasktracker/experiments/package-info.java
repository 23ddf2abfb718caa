/**
 * Sweeps and searches for capacity: ordered plans of runs, carried out one after the other and
 * written to a folder.
 */
package tasktracker.experiments;
