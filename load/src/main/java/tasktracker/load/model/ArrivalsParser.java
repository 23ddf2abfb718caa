package tasktracker.load.model;

import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tasktracker.load.model.Arrivals.Spacing;

/** Reads arrivals as people write them on a command line. */
final class ArrivalsParser {
  private static final Pattern POISSON = Pattern.compile("poisson\\((.+)\\)");
  private static final Pattern RAMP = Pattern.compile("(.+)\\.\\.(.+)\\sover\\s(.+)");
  private static final Pattern STEP = Pattern.compile("(.+)\\sfor\\s(.+)");

  private ArrivalsParser() {}

  static Arrivals parse(String text) {
    try {
      String trimmed = text.strip().toLowerCase(Locale.ROOT);
      Matcher poisson = POISSON.matcher(trimmed);
      return poisson.matches() ? rates(poisson.group(1)).with(Spacing.POISSON) : rates(trimmed);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "arrivals \"%s\": %s; write 5000/s, 100/s..500/s over 30s, or 100/s for 10s, 200/s for 10s"
              .formatted(text, e.getMessage()),
          e);
    }
  }

  private static Arrivals rates(String text) {
    Matcher ramp = RAMP.matcher(text);
    if (ramp.matches()) {
      return new Arrivals.Ramp(
          Rate.parse(ramp.group(1)),
          Rate.parse(ramp.group(2)),
          Durations.parse(ramp.group(3)),
          Spacing.EVEN);
    }
    if (STEP.matcher(text).matches()) {
      return new Arrivals.Steps(
          Arrays.stream(text.split(",", -1)).map(ArrivalsParser::step).toList(), Spacing.EVEN);
    }
    return new Arrivals.Constant(Rate.parse(text), Spacing.EVEN);
  }

  private static Arrivals.Step step(String text) {
    Matcher step = STEP.matcher(text.strip());
    if (!step.matches()) {
      throw new IllegalArgumentException(
          "\"%s\" is no step such as 100/s for 10s".formatted(text.strip()));
    }
    return new Arrivals.Step(Rate.parse(step.group(1)), Durations.parse(step.group(2)));
  }
}
