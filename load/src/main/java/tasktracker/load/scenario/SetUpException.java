package tasktracker.load.scenario;

/** Set-up of a virtual user failed, so the run cannot begin. The message names the request. */
public final class SetUpException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** With one line that says which request failed and what was answered. */
  public SetUpException(String message, Throwable cause) {
    super(message, cause);
  }

  /** With one line that says which request failed and what was answered. */
  public SetUpException(String message) {
    super(message);
  }
}
