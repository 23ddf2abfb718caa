package tasktracker.load.scenario.yaml;

/**
 * A scenario file cannot be used as it is. The message is one line: file, line, key, and what would
 * be right.
 */
public final class ScenarioFileException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ScenarioFileException(String message) {
    super(message);
  }

  ScenarioFileException(String message, Throwable cause) {
    super(message, cause);
  }
}
