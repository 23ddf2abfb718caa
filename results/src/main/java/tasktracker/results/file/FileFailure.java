package tasktracker.results.file;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import tasktracker.error.EnvironmentException;
import tasktracker.error.LabException;
import tasktracker.error.UsageException;

/** Says in one line which file failed and why; the exceptions of Java often hold a bare path. */
public final class FileFailure {
  private FileFailure() {}

  /** A file that cannot be read: wrong usage where it is not there or not ours to read. */
  public static LabException reading(Path file, IOException cause) {
    String line = "%s: cannot be read: %s".formatted(file, reason(cause));
    return isOfTheUser(cause)
        ? new UsageException(line, cause)
        : new EnvironmentException(line, cause);
  }

  /** A file or folder that cannot be written. */
  public static LabException writing(Path file, IOException cause) {
    return new EnvironmentException(
        "%s: cannot be written: %s".formatted(file, reason(cause)), cause);
  }

  /**
   * Something else that could not be done, in words, and the reason with the file that it names.
   */
  public static EnvironmentException because(String message, IOException cause) {
    return new EnvironmentException(message + ": " + line(cause), cause);
  }

  /** The same failure with the name of the file, which failures of full disks do not hold. */
  public static IOException named(Path file, IOException cause) {
    if (cause instanceof FileSystemException failure && failure.getFile() != null) {
      return failure;
    }
    IOException named = new FileSystemException(file.toString(), null, reason(cause));
    named.initCause(cause);
    return named;
  }

  /** File and reason, as far as the exception knows them. */
  public static String line(IOException cause) {
    return cause instanceof FileSystemException failure && failure.getFile() != null
        ? failure.getFile() + ": " + reason(cause)
        : reason(cause);
  }

  private static boolean isOfTheUser(IOException cause) {
    return cause instanceof NoSuchFileException
        || cause instanceof AccessDeniedException
        || cause instanceof NotDirectoryException
        || cause instanceof FileSystemLoopException;
  }

  private static String reason(IOException cause) {
    return switch (cause) {
      case NoSuchFileException missing -> missing(missing);
      case AccessDeniedException _ -> "permission denied";
      case FileAlreadyExistsException _ -> "there is a file of this name already";
      case NotDirectoryException _ -> "not a folder";
      case DirectoryNotEmptyException _ -> "the folder is not empty";
      case FileSystemLoopException _ -> "links in a circle";
      case CharacterCodingException _ -> "not UTF-8";
      case FileSystemException failure when failure.getReason() != null ->
          lower(failure.getReason());
      default ->
          lower(Objects.requireNonNullElse(cause.getMessage(), cause.getClass().getSimpleName()));
    };
  }

  private static String missing(NoSuchFileException missing) {
    try {
      Path file = Path.of(missing.getFile());
      return Files.isSymbolicLink(file)
          ? "a link to %s, which is not there".formatted(Files.readSymbolicLink(file))
          : "no such file or folder";
    } catch (IOException | RuntimeException e) {
      return "no such file or folder";
    }
  }

  private static String lower(String text) {
    return text.isEmpty()
        ? text
        : text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1);
  }
}
