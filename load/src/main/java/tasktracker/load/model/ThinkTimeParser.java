package tasktracker.load.model;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads think times as people write them on a command line. */
final class ThinkTimeParser {
  private static final Pattern EXPONENTIAL = Pattern.compile("exp\\((.+)\\)");
  private static final Pattern UNIFORM = Pattern.compile("([^-]+)-([^-]+)");

  private ThinkTimeParser() {}

  static ThinkTime parse(String text) {
    String trimmed = text.strip().toLowerCase(Locale.ROOT);
    try {
      Matcher exponential = EXPONENTIAL.matcher(trimmed);
      if (exponential.matches()) {
        return new ThinkTime.Exponential(Durations.parse(exponential.group(1)));
      }
      Matcher uniform = UNIFORM.matcher(trimmed);
      if (uniform.matches()) {
        return new ThinkTime.Uniform(
            Durations.parse(uniform.group(1)), Durations.parse(uniform.group(2)));
      }
      return new ThinkTime.Constant(Durations.parse(trimmed));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "think time \"%s\": %s; write 0, 1s, 50ms-150ms or exp(100ms)"
              .formatted(text, e.getMessage()),
          e);
    }
  }
}
