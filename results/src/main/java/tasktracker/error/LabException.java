package tasktracker.error;

/**
 * A failure that the user can act on. Its message is one line (or a line and the log excerpt that
 * explains it) saying what is wrong, where, and what would be right; the command line prints it
 * without a stack trace and ends with {@link #exitCode()}.
 */
public abstract sealed class LabException extends RuntimeException
    permits UsageException, EnvironmentException {
  private static final long serialVersionUID = 1L;

  LabException(String message, Throwable cause) {
    super(message, cause);
  }

  /** The exit code of the process when this failure ends a command. */
  public abstract int exitCode();
}
