package tasktracker.experiments.cli;

import java.time.Duration;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;
import tasktracker.load.model.Durations;

/** Times: {@code 60} or {@code 60s}, {@code 250ms}, {@code 1m30s}. */
final class TimeConverter implements ITypeConverter<Duration> {
  /** As long as results may be that are read again. */
  private static final Duration LONGEST = Duration.ofDays(7);

  @Override
  public Duration convert(String text) {
    Duration time;
    try {
      time = Durations.parseOrSeconds(text);
    } catch (IllegalArgumentException e) {
      throw new TypeConversionException(e.getMessage());
    }
    if (time.compareTo(LONGEST) > 0) {
      throw new TypeConversionException("\"" + text + "\" is longer than a week, 168h");
    }
    return time;
  }
}
