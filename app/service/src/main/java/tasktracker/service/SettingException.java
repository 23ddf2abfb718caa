package tasktracker.service;

/**
 * A setting cannot be used. The message is one line that says which, why, and what would be right.
 */
public final class SettingException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Creates an exception with a message of one line. */
  public SettingException(String message) {
    super(message);
  }

  /** Returns the exception for {@code name} with a value that is not {@code expected}. */
  public static SettingException of(String name, String value, String expected) {
    return new SettingException("%s is '%s': give %s".formatted(name, value, expected));
  }
}
