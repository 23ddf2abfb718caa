package tasktracker.load.report;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import tasktracker.load.LoadResult;
import tasktracker.load.recording.EndpointStatistics;
import tasktracker.load.recording.Latencies;

/** Totals by endpoint. */
final class EndpointTable {
  private static final int MOST_ROWS = 200;

  private EndpointTable() {}

  static String of(LoadResult result) {
    boolean scheduled = result.plan().model().hasSchedule();
    StringBuilder html = new StringBuilder(Html.tableBegin(columns(scheduled)));
    List<EndpointStatistics> endpoints = result.recording().endpoints();
    endpoints.stream()
        .limit(MOST_ROWS)
        .forEach(each -> html.append(row(each, result.length(), scheduled)));
    html.append(row(result.aggregated(), result.length(), scheduled)).append(Html.tableEnd());
    if (endpoints.size() > MOST_ROWS) {
      html.append(
          Html.paragraph(
              "%d more are in stats_stats.csv: name requests after the endpoint, without ids."
                  .formatted(endpoints.size() - MOST_ROWS)));
    }
    return html.toString();
  }

  private static List<String> columns(boolean scheduled) {
    List<String> columns =
        new ArrayList<>(List.of("Endpoint", "Requests", "Failed", "1/s", "Successful/s"));
    columns.addAll(latencies(scheduled ? "Response " : ""));
    if (scheduled) {
      columns.addAll(latencies("Service "));
    }
    columns.add("Bytes");
    return columns;
  }

  private static List<String> latencies(String prefix) {
    return List.of(prefix + "mean ms", "p50", "p95", "p99", "p99.9", "max");
  }

  private static String row(EndpointStatistics statistics, Duration length, boolean scheduled) {
    double throughput = statistics.requestsPerSecond(length);
    List<String> cells = new ArrayList<>();
    cells.add(Figures.count(statistics.requests()));
    cells.add(Figures.count(statistics.failures()));
    cells.add(Figures.decimal(throughput));
    cells.add(Figures.decimal(throughput - statistics.failuresPerSecond(length)));
    cells.addAll(latencies(statistics.latencies()));
    if (scheduled) {
      cells.addAll(latencies(statistics.serviceTimes()));
    }
    cells.add(statistics.requests() == 0 ? Figures.NONE : Figures.decimal(statistics.meanContentSize()));
    return Html.row(name(statistics), cells);
  }

  private static List<String> latencies(Latencies latencies) {
    return List.of(
        Figures.millis(latencies.mean()),
        Figures.millis(latencies.supportedPercentile(50)),
        Figures.millis(latencies.supportedPercentile(95)),
        Figures.millis(latencies.supportedPercentile(99)),
        Figures.millis(latencies.supportedPercentile(99.9)),
        Figures.millis(latencies.max()));
  }

  private static String name(EndpointStatistics statistics) {
    return (statistics.endpoint().method() + " " + statistics.endpoint().name()).strip();
  }
}
