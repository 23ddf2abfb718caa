package tasktracker.service;

/** A service cannot start although its settings are sound. The message is one line. */
public final class StartException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Creates an exception. */
  public StartException(String message, Throwable cause) {
    super(message, cause);
  }
}
