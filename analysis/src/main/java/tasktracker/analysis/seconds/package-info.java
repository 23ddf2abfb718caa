/** What the seconds of a run say: resamples of them, and whether they were steady. */
package tasktracker.analysis.seconds;
