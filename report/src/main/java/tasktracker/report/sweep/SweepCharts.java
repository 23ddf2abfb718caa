package tasktracker.report.sweep;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tasktracker.analysis.Curve;
import tasktracker.analysis.estimate.Interval;
import tasktracker.analysis.verdict.Wording;
import tasktracker.report.Chart;
import tasktracker.results.RunResult;

/** Turns the runs of a sweep into charts. */
final class SweepCharts {

  private static final String LOAD = "Concurrent users";

  private final SweepFindings findings;
  private final Gaps gaps;

  SweepCharts(SweepFindings findings) {
    this.findings = findings;
    gaps = new Gaps(findings);
  }

  /** One metric of all architectures. */
  Chart of(Metric metric) {
    List<String> notes = new ArrayList<>();
    gaps.of(List.of(metric)).ifPresent(notes::add);
    coinciding(curves(metric)).ifPresent(notes::add);
    return chart(metric.name(), List.of(panel(metric, CrossoverMarks.NONE)), notes);
  }

  /** Latency above throughput, with a ring wherever two architectures change places. */
  Chart crossovers() {
    List<Chart.Panel> panels = new ArrayList<>();
    List<String> notes = new ArrayList<>();
    List<Metric> metrics = List.of(Metric.P95, Metric.THROUGHPUT);
    for (Metric metric : metrics) {
      CrossoverMarks flips = CrossoverMarks.of(metric, curves(metric), findings.analysis());
      panels.add(panel(metric, flips));
      flips.note().ifPresent(notes::add);
    }
    gaps.of(metrics).ifPresent(notes::add);
    return chart("p95 latency and throughput", panels, notes);
  }

  private Chart chart(String what, List<Chart.Panel> panels, List<String> notes) {
    return new Chart(what + " by concurrency", Conditions.of(findings), LOAD, panels, notes);
  }

  private Chart.Panel panel(Metric metric, CrossoverMarks flips) {
    List<Chart.Line> lines = new ArrayList<>();
    curves(metric).forEach((name, curve) -> lines.add(line(name, curve)));
    return new Chart.Panel(
        metric.axis(), metric.smallestMaximum(), lines, flips.rings(), flips.spans());
  }

  private Chart.Line line(String name, Curve curve) {
    return new Chart.Line(
        name,
        curve.levels().stream().map(this::point).toList(),
        curve.levels().stream()
            .filter(level -> level.values().size() > 1)
            .flatMap(
                level -> level.values().stream().map(value -> new Chart.Point(level.load(), value)))
            .toList());
  }

  private Chart.Point point(Curve.Level level) {
    if (!level.isMeasured()) {
      return new Chart.Point(level.load(), Double.NaN);
    }
    var mean = findings.analysis().settings().mean(level.values());
    Interval interval = mean.interval();
    return interval == null
        ? new Chart.Point(level.load(), mean.value())
        : new Chart.Point(level.load(), mean.value(), interval.low(), interval.high());
  }

  private Map<String, Curve> curves(Metric metric) {
    Map<String, Curve.Builder> builders = new LinkedHashMap<>();
    for (SweepFindings.AssessedRun each : findings.runs()) {
      RunResult run = each.run();
      builders
          .computeIfAbsent(run.architecture(), _ -> new Curve.Builder())
          .add(run.concurrency(), each.counts() ? metric.of(run) : null);
    }
    findings.recorded().failures().stream()
        .filter(failure -> builders.containsKey(failure.architecture()))
        .forEach(failure -> builders.get(failure.architecture()).add(failure.concurrency(), null));
    Map<String, Curve> curves = new LinkedHashMap<>();
    builders.forEach((name, builder) -> curves.put(name, builder.build()));
    return curves;
  }

  /** One line hides the other where all figures are the same, such as error rates of 0. */
  private static Optional<String> coinciding(Map<String, Curve> curves) {
    Map<Curve, List<String>> names =
        curves.keySet().stream()
            .filter(name -> curves.get(name).levels().stream().anyMatch(Curve.Level::isMeasured))
            .collect(groupingBy(curves::get, LinkedHashMap::new, toList()));
    return names.values().stream()
        .filter(same -> same.size() > 1)
        .findFirst()
        .map(same -> "Lines coincide: " + Wording.few(same));
  }
}
