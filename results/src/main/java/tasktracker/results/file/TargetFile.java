package tasktracker.results.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tasktracker.error.LabException;

/** The one place that writes files for people, so that a failure names the file and the reason. */
public final class TargetFile {
  private TargetFile() {}

  /** Something that is done to a file. */
  @FunctionalInterface
  public interface Action<T> {
    /** Does it. */
    T run() throws IOException;
  }

  /**
   * Writes text; a file of the same name is replaced.
   *
   * @throws LabException naming the file, if it cannot be written
   */
  public static void write(Path file, String text) {
    writing(file, () -> Files.writeString(file, text));
  }

  /**
   * Makes a folder and those above it, where they are missing.
   *
   * @throws LabException naming the folder, if it cannot be made
   */
  public static Path folder(Path folder) {
    return writing(folder, () -> Files.createDirectories(folder));
  }

  /**
   * Does something to a file.
   *
   * @throws LabException naming the file, if that fails
   */
  public static <T> T writing(Path file, Action<T> action) {
    try {
      return action.run();
    } catch (IOException e) {
      throw FileFailure.writing(file, e);
    }
  }
}
