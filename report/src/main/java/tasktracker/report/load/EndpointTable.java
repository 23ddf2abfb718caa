package tasktracker.report.load;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import tasktracker.load.LoadResult;
import tasktracker.load.recording.EndpointStatistics;
import tasktracker.load.recording.Latencies;
import tasktracker.report.html.Block;
import tasktracker.report.html.Table;
import tasktracker.report.html.Table.Cell;
import tasktracker.report.html.Table.Column;
import tasktracker.results.LatencyFigures;

/** Totals by endpoint. */
final class EndpointTable {
  private static final int MOST_ROWS = 200;
  private static final double[] PERCENTILES = {50, 95, 99, 99.9};

  private final LoadResult result;

  private EndpointTable(LoadResult result) {
    this.result = result;
  }

  static List<Block> of(LoadResult result) {
    EndpointTable table = new EndpointTable(result);
    List<EndpointStatistics> endpoints = result.recording().endpoints();
    List<EndpointStatistics> shown =
        Stream.concat(endpoints.stream().limit(MOST_ROWS), Stream.of(result.aggregated())).toList();
    List<Block> blocks = new ArrayList<>();
    blocks.add(
        table.table(
            result.plan().model().hasSchedule()
                ? "Response times in ms, from the moment a request was due"
                : "Latencies in ms",
            shown,
            EndpointStatistics::latencies));
    if (result.plan().model().hasSchedule()) {
      blocks.add(
          table.table(
              "Service times in ms, from sending a request",
              shown,
              EndpointStatistics::serviceTimes));
    }
    if (endpoints.size() > MOST_ROWS) {
      blocks.add(
          new Block.Prose(
              "%s more are in stats_stats.csv: name requests after the endpoint, without ids."
                  .formatted(endpoints.size() - MOST_ROWS)));
    }
    return blocks;
  }

  private Block table(
      String caption,
      List<EndpointStatistics> shown,
      Function<EndpointStatistics, Latencies> times) {
    List<Column> columns = new ArrayList<>(List.of(Column.words("Endpoint")));
    Stream.of(
            "Requests",
            "Failed",
            "1/s",
            "Successful/s",
            "Bytes",
            "Mean",
            "p50",
            "p95",
            "p99",
            "p99.9",
            "Max")
        .map(Column::numbers)
        .forEach(columns::add);
    return new Table(
        caption, columns, shown.stream().map(each -> row(each, times.apply(each))).toList());
  }

  private List<Cell> row(EndpointStatistics endpoint, Latencies latencies) {
    double throughput = endpoint.requestsPerSecond(result.length());
    List<Cell> row =
        new ArrayList<>(
            List.of(
                Cell.of((endpoint.endpoint().method() + " " + endpoint.endpoint().name()).strip()),
                Cell.of(endpoint.requests()),
                Cell.of(endpoint.failures()),
                Cell.of((Double) throughput),
                Cell.of((Double) (throughput - endpoint.failuresPerSecond(result.length()))),
                Cell.of(endpoint.requests() == 0 ? null : (Double) endpoint.meanContentSize()),
                millis(latencies.mean())));
    for (double percentile : PERCENTILES) {
      row.add(millis(latencies.supportedPercentile(percentile)));
    }
    row.add(millis(latencies.max()));
    return row;
  }

  private static Cell millis(Optional<Duration> latency) {
    return Cell.of(LatencyFigures.millis(latency));
  }
}
