package tasktracker.report.locust;

import java.time.Duration;
import java.util.List;
import tasktracker.load.LoadResult;
import tasktracker.load.recording.EndpointStatistics;

/** {@code stats_stats.csv}: the whole measurement by endpoint. */
final class StatsCsv {
  private static final List<String> COLUMNS =
      Fields.join(
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
          Fields.PERCENTILE_COLUMNS);

  private StatsCsv() {}

  static String of(LoadResult result) {
    Csv csv = new Csv(COLUMNS);
    for (EndpointStatistics statistics : result.recording().endpoints()) {
      csv.row(row(statistics, result.length()));
    }
    csv.row(row(result.aggregated(), result.length()));
    return csv.toString();
  }

  private static List<String> row(EndpointStatistics statistics, Duration length) {
    return Fields.join(
        List.of(
            statistics.endpoint().method(),
            statistics.endpoint().name(),
            Long.toString(statistics.requests()),
            Long.toString(statistics.failures())),
        Fields.summary(statistics),
        List.of(
            Fields.number(statistics.requestsPerSecond(length)),
            Fields.number(statistics.failuresPerSecond(length))),
        Fields.percentiles(statistics.latencies()));
  }
}
