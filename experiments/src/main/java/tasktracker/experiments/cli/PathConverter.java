package tasktracker.experiments.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import picocli.CommandLine.TypeConversionException;

/** Reads paths as options and parameters name them. */
final class PathConverter {
  private PathConverter() {}

  /** The path; the empty text would silently mean the working directory. */
  static Path parse(String text) {
    if (text.isBlank()) {
      throw new TypeConversionException("'" + text + "' is empty: name a file or folder");
    }
    try {
      return Path.of(text);
    } catch (InvalidPathException e) {
      throw new TypeConversionException("'" + text + "' is no path: " + e.getReason());
    }
  }
}
