package tasktracker.report.load;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tasktracker.load.LoadPlan;
import tasktracker.load.LoadResult;
import tasktracker.load.model.Durations;
import tasktracker.load.recording.EndpointStatistics;
import tasktracker.load.recording.Latencies;
import tasktracker.load.watch.RunValidity;
import tasktracker.report.Chart;
import tasktracker.report.ValueText;
import tasktracker.report.html.Block;
import tasktracker.report.html.Page;
import tasktracker.report.html.Section;

/** One run as a page: figures, charts, failures, validity, settings. */
public final class LoadReport {
  private final LoadResult result;

  private LoadReport(LoadResult result) {
    this.result = result;
  }

  /**
   * The page of a run.
   *
   * @param charts over seconds, of what the generator cannot see, after its own
   */
  public static Page of(LoadResult result, List<Chart> charts) {
    LoadReport report = new LoadReport(result);
    LoadPlan plan = result.plan();
    Stream<Block> measured =
        charts.stream().map(chart -> new Block.Figure(chart, Block.Axis.SECONDS));
    return new Page(
        "Load test, %s from %s%s"
            .formatted(length(result), result.start(), result.stopped() ? ", stopped early" : ""),
        "%s on %s".formatted(plan.scenario().name(), plan.target().getRawAuthority()),
        List.of(report.validity(), report.headline(), new Block.Prose(plan.model().toString())),
        List.of(
            new Section("endpoints", "Endpoints", EndpointTable.of(result)),
            new Section("percentiles", "Latency distribution", PercentileChart.of(result)),
            new Section(
                "time",
                "Over time",
                Stream.concat(TimeCharts.of(result).stream(), measured).toList()),
            new Section("failures", "Failures", FailureTable.of(result.recording())),
            new Section("generator", "Load generator", List.of(RunFacts.ofGenerator(result))),
            new Section("settings", "Settings", List.of(RunFacts.ofSettings(result)))),
        "Written by the lab itself.");
  }

  /** How long it was measured, without more digits than a person reads. */
  static String length(LoadResult result) {
    return Durations.format(Duration.ofMillis(result.length().toMillis()));
  }

  private Block validity() {
    RunValidity validity = result.validity();
    return new Block.Notice(
        switch (validity.verdict()) {
          case VALID -> Block.Tone.GOOD;
          case SUSPECT -> Block.Tone.WARNING;
          case INVALID -> Block.Tone.PROBLEM;
        },
        validity.verdict().name(),
        validity.reasons().isEmpty() ? List.of("No threshold was passed.") : validity.reasons());
  }

  /** The figures that one looks for first. */
  private Block headline() {
    EndpointStatistics all = result.aggregated();
    boolean scheduled = result.plan().model().hasSchedule();
    List<String> headings =
        new ArrayList<>(List.of("All endpoints", "Throughput", "Goodput", "Failed"));
    List<Block.MatrixCell> cells =
        new ArrayList<>(
            List.of(
                cell(ValueText.decimal(result.throughput()), "requests/s"),
                cell(ValueText.decimal(result.goodput()), "successful/s"),
                cell(
                    all.requests() == 0 ? ValueText.MISSING : ValueText.percent(all.errorRate()),
                    "of %s requests".formatted(ValueText.count(all.requests())))));
    if (scheduled) {
      headings.add("Dropped");
      cells.add(cell(ValueText.count(result.dropped()), "arrivals"));
    }
    headings.addAll(List.of("p50", "p95", "p99"));
    List<Block.MatrixRow> rows = new ArrayList<>();
    Block.MatrixCell none = cell("", "");
    List<Block.MatrixCell> service = new ArrayList<>(cells.stream().map(_ -> none).toList());
    cells.addAll(percentiles(all.latencies()));
    rows.add(new Block.MatrixRow(scheduled ? "Response time" : "Latency", cells));
    if (scheduled) {
      service.addAll(percentiles(all.serviceTimes()));
      rows.add(new Block.MatrixRow("Service time", service));
    }
    return new Block.Matrix(headings, rows);
  }

  private static List<Block.MatrixCell> percentiles(Latencies latencies) {
    return Stream.of(50.0, 95.0, 99.0)
        .map(percentile -> cell(ValueText.millis(latencies.supportedPercentile(percentile)), "ms"))
        .toList();
  }

  private static Block.MatrixCell cell(String figure, String word) {
    return new Block.MatrixCell(figure, word, Block.Tone.PLAIN);
  }
}
