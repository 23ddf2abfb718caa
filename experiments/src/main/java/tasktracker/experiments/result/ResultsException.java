package tasktracker.experiments.result;

import java.io.Serial;

/**
 * A results folder that cannot be used as asked. The message is one line for the user: what is
 * wrong, where, and what would be right.
 */
public final class ResultsException extends RuntimeException {

  @Serial private static final long serialVersionUID = 1;

  /** Reports what is wrong. */
  public ResultsException(String message) {
    super(message);
  }

  /** Reports what is wrong and keeps the cause for the log. */
  public ResultsException(String message, Throwable cause) {
    super(message, cause);
  }
}
