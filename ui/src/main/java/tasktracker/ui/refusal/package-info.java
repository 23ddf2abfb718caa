/** What is not done for whoever asks. */
package tasktracker.ui.refusal;
