package tasktracker.error;

/**
 * An error of the machine or of the system under test: a port is taken, a service died, a program
 * is absent.
 */
public final class EnvironmentException extends LabException {
  /** The exit code of a command that met one. */
  public static final int EXIT_CODE = 3;

  private static final long serialVersionUID = 1L;

  /** A failure with the line that is shown to the user. */
  public EnvironmentException(String message) {
    this(message, null);
  }

  /** A failure with the line that is shown to the user, and what caused it. */
  public EnvironmentException(String message, Throwable cause) {
    super(message, cause);
  }

  @Override
  public int exitCode() {
    return EXIT_CODE;
  }
}
