package tasktracker.report.locust;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tasktracker.load.recording.Endpoint;
import tasktracker.load.recording.EndpointStatistics;
import tasktracker.load.recording.Recording;
import tasktracker.load.recording.Second;

/** {@code stats_stats_history.csv}: every second by endpoint, beside the totals until then. */
final class HistoryCsv {
  private static final List<String> COLUMNS =
      LocustFields.join(
          List.of("Timestamp", "User Count", "Type", "Name", "Requests/s", "Failures/s"),
          LocustFields.PERCENTILE_COLUMNS,
          List.of(
              "Total Request Count",
              "Total Failure Count",
              "Total Median Response Time",
              "Total Average Response Time",
              "Total Min Response Time",
              "Total Max Response Time",
              "Total Average Content Size"));

  private final Csv csv = new Csv(COLUMNS);
  private final Map<Endpoint, EndpointStatistics> totals = new TreeMap<>();
  private EndpointStatistics total = EndpointStatistics.none(Endpoint.AGGREGATED);

  private HistoryCsv() {}

  static String of(Recording recording) {
    HistoryCsv history = new HistoryCsv();
    recording.seconds().forEach(history::add);
    return history.csv.toString();
  }

  private void add(Second second) {
    Map<Endpoint, EndpointStatistics> current = new TreeMap<>();
    for (EndpointStatistics statistics : second.endpoints()) {
      current.put(statistics.endpoint(), statistics);
      totals.merge(statistics.endpoint(), statistics, EndpointStatistics::plus);
    }
    totals.forEach((endpoint, sum) ->
        row(second, current.getOrDefault(endpoint, EndpointStatistics.none(endpoint)), sum));
    total = total.plus(second.aggregated());
    row(second, second.aggregated(), total);
  }

  private void row(Second second, EndpointStatistics current, EndpointStatistics sum) {
    csv.row(
        LocustFields.join(
            List.of(
                Long.toString(second.start().getEpochSecond()),
                Integer.toString(second.users()),
                current.endpoint().method(),
                current.endpoint().name(),
                LocustFields.rate(current.requestsPerSecond(second.length())),
                LocustFields.rate(current.failuresPerSecond(second.length()))),
            LocustFields.percentiles(current.latencies()),
            List.of(Long.toString(sum.requests()), Long.toString(sum.failures())),
            LocustFields.summary(sum)));
  }
}
