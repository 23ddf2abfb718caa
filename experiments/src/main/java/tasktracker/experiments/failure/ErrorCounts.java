package tasktracker.experiments.failure;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tasktracker.load.recording.Failures;
import tasktracker.load.recording.Outcome;
import tasktracker.results.failure.ErrorCount;

/** Sums failures up by kind: an HTTP error by its status, everything else by its outcome. */
final class ErrorCounts {
  private static final Pattern STATUS = Pattern.compile("HTTPError\\('(\\d+) .*");

  private ErrorCounts() {}

  static List<ErrorCount> of(List<Failures> failures) {
    Map<String, ErrorCount> counts = new LinkedHashMap<>();
    for (Failures each : failures) {
      String kind = kind(each);
      counts.merge(
          kind,
          new ErrorCount(kind, each.count(), each.firstSeen(), each.lastSeen()),
          ErrorCounts::join);
    }
    return counts.values().stream()
        .sorted(Comparator.comparingLong(ErrorCount::count).reversed())
        .toList();
  }

  private static String kind(Failures failures) {
    Matcher status = STATUS.matcher(failures.message());
    return failures.outcome() == Outcome.HTTP_ERROR && status.matches()
        ? "HTTP " + status.group(1)
        : failures.outcome().name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private static ErrorCount join(ErrorCount known, ErrorCount other) {
    return new ErrorCount(
        known.kind(),
        known.count() + other.count(),
        known.firstSeen().isBefore(other.firstSeen()) ? known.firstSeen() : other.firstSeen(),
        known.lastSeen().isAfter(other.lastSeen()) ? known.lastSeen() : other.lastSeen());
  }
}
