package tasktracker.experiments;

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

  @Override
  public int exitCode() {
    return 2;
  }
}
