package tasktracker.load.recording;

/**
 * An exception that a scenario threw, with how often it did.
 *
 * @param trace its stack trace as text
 */
public record ScenarioError(String message, String trace, long count) {}
