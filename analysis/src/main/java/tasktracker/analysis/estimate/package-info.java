/** Estimates with their intervals: how sure a number is, and on what that rests. */
package tasktracker.analysis.estimate;
