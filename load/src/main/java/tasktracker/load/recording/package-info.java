/** Records every request without holding up the virtual users, and sums up what was recorded. */
package tasktracker.load.recording;
