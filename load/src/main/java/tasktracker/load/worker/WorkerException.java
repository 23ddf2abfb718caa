package tasktracker.load.worker;

/**
 * A generator process could not be started, or did not come to its end. The message is one line.
 */
public final class WorkerException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  WorkerException(String message, Throwable cause) {
    super(message, cause);
  }

  WorkerException(String message) {
    super(message);
  }
}
