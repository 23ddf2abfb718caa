/** Evidence that travels: results folders as archives, and their check by recomputation. */
package tasktracker.experiments.evidence;
