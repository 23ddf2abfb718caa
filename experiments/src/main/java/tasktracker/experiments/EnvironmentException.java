package tasktracker.experiments;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/**
 * The machine or the system under test stands in the way: a port is taken, a service died, a
 * program is absent. Exit code 3.
 */
public final class EnvironmentException extends LabException {
  private static final long serialVersionUID = 1L;

  /** A failure with the line that is shown to the user. */
  public EnvironmentException(String message) {
    this(message, null);
  }

  /** A failure with the line that is shown to the user, and what caused it. */
  public EnvironmentException(String message, Throwable cause) {
    super(message, cause);
  }

  /**
   * A failure of the file system: what could not be done, and the reason in words, because the
   * message of such an exception is often the bare path.
   */
  public static EnvironmentException because(String message, IOException cause) {
    return new EnvironmentException(message + ": " + reason(cause), cause);
  }

  /** What an exception of the file system means, with the path where that says more. */
  public static String reason(IOException e) {
    return switch (e) {
      case AccessDeniedException denied -> "no permission for " + denied.getFile();
      case NoSuchFileException missing -> "there is no " + missing.getFile();
      case FileAlreadyExistsException there -> there.getFile() + " is there already";
      case NotDirectoryException file -> file.getFile() + " is no folder";
      case DirectoryNotEmptyException full -> full.getFile() + " is not empty";
      case FileSystemException other when other.getReason() != null ->
          other.getReason() + " (" + other.getFile() + ")";
      default -> e.getMessage() == null ? e.toString() : e.getMessage();
    };
  }

  @Override
  public int exitCode() {
    return 3;
  }
}
