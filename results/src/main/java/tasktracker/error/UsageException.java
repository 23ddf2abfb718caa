package tasktracker.error;

import java.util.Locale;

/** Bad input: an option, a file or a folder that cannot be used as given. Exit code 2. */
public final class UsageException extends LabException {
  private static final long serialVersionUID = 1L;

  /** A failure with the line that is shown to the user. */
  public UsageException(String message) {
    this(message, null);
  }

  /** A failure with the line that is shown to the user, and what caused it. */
  public UsageException(String message, Throwable cause) {
    super(message, cause);
  }

  /**
   * Throws unless a condition holds.
   *
   * @param message the line that is shown to the user, a format of these values
   */
  public static void unless(boolean condition, String message, Object... values) {
    if (!condition) {
      throw new UsageException(String.format(Locale.ROOT, message, values));
    }
  }

  @Override
  public int exitCode() {
    return 2;
  }
}
