package tasktracker.report.failure;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tasktracker.report.Chart;
import tasktracker.report.Chart.Line;
import tasktracker.report.Chart.Panel;
import tasktracker.report.Chart.Point;
import tasktracker.report.Chart.Span;
import tasktracker.results.failure.FailureResult;
import tasktracker.results.failure.InjectedFault;

/**
 * The pictures of a failure experiment. With one architecture, the lines of a panel are figures;
 * with several, each figure has a panel, and its lines are architectures.
 */
final class FailureCharts {
  private static final double BEFORE = 8;
  private static final double AFTER = 12;
  private static final String TIME = "Seconds since the begin of the load";

  private static final Figure GOODPUT =
      new Figure("goodput", "Goodput (requests per second)", 1, PlottedRun::goodput);
  private static final Figure FAILURES =
      new Figure("failed requests", "Failed requests per second", 1, PlottedRun::failures);
  private static final Figure ERROR_RATE =
      new Figure("failed requests", "Failed requests (%)", 1, PlottedRun::errorRate);
  private static final Figure RELATIVE_GOODPUT =
      new Figure("goodput", "Goodput (% of before the fault)", 110, PlottedRun::relativeGoodput);
  private static final Figure RELATIVE_P95 =
      new Figure("p95", "p95 latency (multiple of before the fault)", 2, PlottedRun::relativeP95);

  private final List<PlottedRun> runs;

  FailureCharts(Collection<FailureResult> results) {
    this.runs = results.stream().map(PlottedRun::new).toList();
  }

  /**
   * A figure by time.
   *
   * @param name of its line where a panel has several figures
   * @param axis name and unit where it has a panel of its own
   * @param smallestMaximum of the axis
   */
  private record Figure(
      String name, String axis, double smallestMaximum, Function<PlottedRun, List<Point>> points) {}

  private Figure latency(String name, Function<PlottedRun, List<Point>> points) {
    return new Figure(name, "%s latency of %s (ms)".formatted(name, measured()), 1, points);
  }

  /** Files of other tools, and older ones, do not tell successes from failures. */
  private String measured() {
    return runs.stream().allMatch(PlottedRun::tellsSuccesses)
        ? "successful requests"
        : "all requests";
  }

  /** All charts by the name of their file. */
  Map<String, Chart> all() {
    Map<String, Chart> charts = new LinkedHashMap<>();
    charts.put("error_rate_over_time", chart("Error rate", List.of(panel(ERROR_RATE))));
    charts.put("latency_over_time", chart("Latency", latencies()));
    charts.put("throughput_over_time", chart("Throughput", throughput()));
    charts.put("combined_failure_analysis", combined());
    charts.put("recovery_analysis", recovery());
    return charts;
  }

  private List<Panel> latencies() {
    return panels(
        "Latency of %s (ms)".formatted(measured()),
        List.of(
            latency("p50", PlottedRun::p50),
            latency("p95", PlottedRun::p95),
            latency("p99", PlottedRun::p99)));
  }

  private List<Panel> throughput() {
    return panels("Requests per second", List.of(GOODPUT, FAILURES));
  }

  private Chart combined() {
    List<Panel> panels = new ArrayList<>(single() ? throughput() : List.of(panel(GOODPUT)));
    panels.add(panel(latency("p95", PlottedRun::p95)));
    panels.add(panel(ERROR_RATE));
    return chart("Throughput, latency and error rate", panels);
  }

  private Chart recovery() {
    return chart(
        "Recovery",
        Stream.of(RELATIVE_GOODPUT, RELATIVE_P95).map(this::panel).map(this::closeUp).toList());
  }

  /** From shortly before the first fault until shortly after the last recovery. */
  private Panel closeUp(Panel panel) {
    double begin = panel.spans().stream().mapToDouble(Span::from).min().orElse(BEFORE) - BEFORE;
    double end =
        Math.max(
                runs.stream().mapToDouble(PlottedRun::end).max().orElse(0),
                panel.spans().stream().mapToDouble(Span::to).max().orElse(0))
            + AFTER;
    List<Line> lines =
        panel.lines().stream()
            .map(line ->
                new Line(
                    line.name(),
                    line.points().stream()
                        .filter(point -> point.load() >= begin && point.load() <= end)
                        .toList(),
                    List.of()))
            .toList();
    return new Panel(panel.label(), panel.smallestMaximum(), lines, List.of(), panel.spans());
  }

  /** One panel of several figures, or one of each figure with several architectures. */
  private List<Panel> panels(String axis, List<Figure> figures) {
    if (!single()) {
      return figures.stream().map(this::panel).toList();
    }
    List<Line> lines =
        figures.stream().map(figure -> line(figure.name(), figure, runs.getFirst())).toList();
    return List.of(new Panel(axis, 1, lines, List.of(), spans()));
  }

  private Panel panel(Figure figure) {
    List<Line> lines =
        runs.stream()
            .map(run -> line(single() ? figure.name() : run.architecture(), figure, run))
            .toList();
    return new Panel(figure.axis(), figure.smallestMaximum(), lines, List.of(), spans());
  }

  private static Line line(String name, Figure figure, PlottedRun run) {
    return new Line(name, figure.points().apply(run), List.of());
  }

  private boolean single() {
    return runs.size() == 1;
  }

  /** Of several architectures, whose faults come at the same time, from the first to the last. */
  private List<Span> spans() {
    if (single()) {
      PlottedRun run = runs.getFirst();
      return Stream.of(run.faults(), run.aftermaths(), run.recovered("recovered"))
          .flatMap(List::stream)
          .sorted(Comparator.comparingDouble(Span::from))
          .toList();
    }
    List<Span> spans = new ArrayList<>();
    int most = runs.stream().mapToInt(run -> run.faults().size()).max().orElse(0);
    for (int i = 0; i < most; i++) {
      int number = i;
      runs.stream()
          .filter(run -> number < run.faults().size())
          .map(run -> run.faults().get(number))
          .reduce((one, other) ->
              new Span(
                  Math.min(one.from(), other.from()), Math.max(one.to(), other.to()), one.label()))
          .ifPresent(spans::add);
    }
    runs.forEach(run -> spans.addAll(run.recovered(run.architecture() + " recovered")));
    return spans.stream().sorted(Comparator.comparingDouble(Span::from)).toList();
  }

  private Chart chart(String what, List<Panel> panels) {
    return new Chart(what + " over time", conditions(), TIME, panels, notes());
  }

  /** What was broken, and how all of the runs were loaded. */
  private String conditions() {
    List<InjectedFault> faults =
        runs.stream().flatMap(run -> run.result().injections().stream().limit(1)).toList();
    String broken =
        faults.isEmpty()
            ? "No fault"
            : faults.getFirst().failureMode()
                + " of "
                + faults.stream()
                    .map(InjectedFault::targetService)
                    .collect(Collectors.joining(", "));
    String model = runs.getFirst().result().loadModel();
    return Stream.of(
            single() ? runs.getFirst().architecture() : null,
            broken,
            model == null ? "closed model" : model)
        .filter(Objects::nonNull)
        .collect(Collectors.joining("  ·  "));
  }

  private List<String> notes() {
    List<String> notes = new ArrayList<>();
    for (PlottedRun run : runs) {
      if (!run.result().doubts().isEmpty()) {
        notes.add(
            "INVALID (%s): %s"
                .formatted(run.architecture(), String.join("; ", run.result().doubts())));
      }
    }
    if (!spans().isEmpty()) {
      notes.add(
          "Each point is one second with its own figures. Failed requests are not counted as work.");
    }
    return notes;
  }
}
