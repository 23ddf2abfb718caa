package tasktracker.experiments.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Function;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;
import tasktracker.load.model.Durations;

/** Reads the values of options; what is wrong with one is said in the words of its parser. */
record TextConverter<T>(Function<String, T> parser) implements ITypeConverter<T> {
  /** As long as results may be that are read again. */
  private static final Duration LONGEST = Duration.ofDays(7);

  /** Times: {@code 60} or {@code 60s}, {@code 250ms}, {@code 1m30s}. */
  static Duration time(String text) {
    Duration time = Durations.parseOrSeconds(text);
    if (time.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException("\"" + text + "\" is longer than a week, 168h");
    }
    return time;
  }

  /** Paths; the empty text would silently mean the working directory. */
  static Path path(String text) {
    if (text.isBlank()) {
      throw new IllegalArgumentException("'" + text + "' is empty: name a file or folder");
    }
    try {
      return Path.of(text);
    } catch (InvalidPathException e) {
      throw new IllegalArgumentException("'" + text + "' is no path: " + e.getReason(), e);
    }
  }

  @Override
  public T convert(String text) {
    try {
      return parser.apply(text);
    } catch (IllegalArgumentException e) {
      throw new TypeConversionException(e.getMessage());
    }
  }
}
