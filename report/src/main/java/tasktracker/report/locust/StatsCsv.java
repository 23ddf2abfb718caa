package tasktracker.report.locust;

import java.time.Duration;
import java.util.List;
import tasktracker.load.recording.EndpointStatistics;
import tasktracker.load.recording.Recording;

/** {@code stats_stats.csv}: the whole measurement by endpoint. */
final class StatsCsv {
  private static final List<String> COLUMNS =
      LocustFields.join(
          List.of(
              "Type",
              "Name",
              "Request Count",
              "Failure Count",
              "Median Response Time",
              "Average Response Time",
              "Min Response Time",
              "Max Response Time",
              "Average Content Size",
              "Requests/s",
              "Failures/s"),
          LocustFields.PERCENTILE_COLUMNS);

  private StatsCsv() {}

  static String of(Recording recording, Duration length) {
    Csv csv = new Csv(COLUMNS);
    for (EndpointStatistics statistics : recording.endpoints()) {
      csv.row(row(statistics, length));
    }
    csv.row(row(recording.aggregated(), length));
    return csv.toString();
  }

  private static List<String> row(EndpointStatistics statistics, Duration length) {
    return LocustFields.join(
        List.of(
            statistics.endpoint().method(),
            statistics.endpoint().name(),
            Long.toString(statistics.requests()),
            Long.toString(statistics.failures())),
        LocustFields.summary(statistics),
        List.of(
            LocustFields.number(statistics.requestsPerSecond(length)),
            LocustFields.number(statistics.failuresPerSecond(length))),
        LocustFields.percentiles(statistics.latencies()));
  }
}
