package tasktracker.report.load;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import tasktracker.load.LoadResult;
import tasktracker.load.recording.EndpointStatistics;
import tasktracker.load.recording.Latencies;

/** Totals by endpoint. */
final class EndpointTable {
  private static final int MOST_ROWS = 200;
  private static final double[] PERCENTILES = {50, 95, 99, 99.9};
  private static final List<String> COLUMNS =
      List.of(
          "Endpoint",
          "Requests",
          "Failed",
          "1/s",
          "Successful/s",
          "Bytes",
          "Mean ms",
          "p50",
          "p95",
          "p99",
          "p99.9",
          "Max");

  private EndpointTable() {}

  static String of(LoadResult result) {
    boolean scheduled = result.plan().model().hasSchedule();
    StringBuilder html = new StringBuilder();
    if (scheduled) {
      html.append(
          Html.paragraph(
              "Response time counts from the moment a request was due, service time from sending it."));
    }
    html.append(Html.tableBegin(COLUMNS));
    List<EndpointStatistics> endpoints = result.recording().endpoints();
    endpoints.stream()
        .limit(MOST_ROWS)
        .forEach(each -> html.append(rows(each, result.length(), scheduled)));
    html.append(rows(result.aggregated(), result.length(), scheduled)).append(Html.tableEnd());
    if (endpoints.size() > MOST_ROWS) {
      html.append(
          Html.paragraph(
              "%s more are in stats_stats.csv: name requests after the endpoint, without ids."
                  .formatted(endpoints.size() - MOST_ROWS)));
    }
    return html.toString();
  }

  private static String rows(EndpointStatistics statistics, Duration length, boolean scheduled) {
    double throughput = statistics.requestsPerSecond(length);
    String name = (statistics.endpoint().method() + " " + statistics.endpoint().name()).strip();
    String row =
        row(
            name,
            List.of(
                Figures.count(statistics.requests()),
                Figures.count(statistics.failures()),
                Figures.decimal(throughput),
                Figures.decimal(throughput - statistics.failuresPerSecond(length)),
                statistics.requests() == 0
                    ? Figures.NONE
                    : Figures.decimal(statistics.meanContentSize())),
            statistics.latencies());
    return scheduled
        ? row + row("service time", List.of("", "", "", "", ""), statistics.serviceTimes())
        : row;
  }

  private static String row(String name, List<String> counts, Latencies latencies) {
    List<String> cells = new ArrayList<>(counts);
    cells.add(Figures.millis(latencies.mean()));
    for (double percentile : PERCENTILES) {
      cells.add(Figures.millis(latencies.supportedPercentile(percentile)));
    }
    cells.add(Figures.millis(latencies.max()));
    return Html.row(name, cells);
  }
}
