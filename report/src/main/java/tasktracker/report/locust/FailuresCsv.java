package tasktracker.report.locust;

import java.time.temporal.ChronoUnit;
import java.util.List;
import tasktracker.load.recording.Failures;
import tasktracker.load.recording.Recording;

/** {@code stats_failures.csv}: failures by endpoint and message. */
final class FailuresCsv {
  private static final List<String> COLUMNS =
      List.of("Method", "Name", "Error", "Occurrences", "First Seen", "Last Seen");

  private FailuresCsv() {}

  static String of(Recording recording) {
    Csv csv = new Csv(COLUMNS);
    for (Failures failures : recording.failures()) {
      csv.row(
          List.of(
              failures.endpoint().method(),
              failures.endpoint().name(),
              failures.message(),
              Long.toString(failures.count()),
              failures.firstSeen().truncatedTo(ChronoUnit.MILLIS).toString(),
              failures.lastSeen().truncatedTo(ChronoUnit.MILLIS).toString()));
    }
    return csv.toString();
  }
}
