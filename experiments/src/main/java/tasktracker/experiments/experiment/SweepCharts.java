package tasktracker.experiments.experiment;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tasktracker.experiments.analysis.Crossover;
import tasktracker.experiments.analysis.Curve;
import tasktracker.experiments.report.Chart;
import tasktracker.experiments.result.RecordedRuns;
import tasktracker.experiments.result.RunResult;

/** Turns the runs of a sweep into charts. */
final class SweepCharts {

  private static final String LOAD = "Concurrent users";

  private final RecordedRuns recorded;
  private final Gaps gaps;

  SweepCharts(RecordedRuns recorded) {
    this.recorded = recorded;
    gaps = new Gaps(recorded);
  }

  /** One metric of all architectures. */
  Chart of(Metric metric) {
    List<String> notes = new ArrayList<>();
    gaps.of(List.of(metric)).ifPresent(notes::add);
    coinciding(curves(metric)).ifPresent(notes::add);
    return chart(metric.name(), List.of(panel(metric, List.of())), notes);
  }

  /** Latency above throughput, with a ring wherever two architectures change places. */
  Chart crossovers() {
    List<Chart.Panel> panels = new ArrayList<>();
    List<String> notes = new ArrayList<>();
    List<Metric> metrics = List.of(Metric.P95, Metric.THROUGHPUT);
    for (Metric metric : metrics) {
      Map<String, Curve> curves = curves(metric);
      List<Crossover> crossovers = crossovers(curves);
      panels.add(
          panel(
              metric,
              crossovers.stream()
                  .filter(crossover -> !crossover.acrossGap())
                  .map(place -> new Chart.Point(place.load(), place.value()))
                  .toList()));
      if (curves.size() > 1) {
        notes.add(metric.name() + ": " + sentence(crossovers, curves.size()));
      }
    }
    gaps.of(metrics).ifPresent(notes::add);
    return chart("p95 latency and throughput", panels, notes);
  }

  private Chart chart(String what, List<Chart.Panel> panels, List<String> notes) {
    return new Chart(what + " by concurrency", Conditions.of(recorded), LOAD, panels, notes);
  }

  private Chart.Panel panel(Metric metric, List<Chart.Point> crossings) {
    List<Chart.Line> lines = new ArrayList<>();
    curves(metric).forEach((name, curve) -> lines.add(line(name, curve)));
    return new Chart.Panel(metric.axis(), metric.smallestMaximum(), lines, crossings);
  }

  private static Chart.Line line(String name, Curve curve) {
    return new Chart.Line(
        name,
        curve.levels().stream()
            .map(level -> new Chart.Point(level.load(), level.mean().orElse(Double.NaN)))
            .toList(),
        curve.levels().stream()
            .filter(level -> level.values().size() > 1)
            .flatMap(
                level -> level.values().stream().map(value -> new Chart.Point(level.load(), value)))
            .toList());
  }

  private Map<String, Curve> curves(Metric metric) {
    Map<String, Curve.Builder> builders = new LinkedHashMap<>();
    for (RunResult run : recorded.runs()) {
      builders
          .computeIfAbsent(run.architecture(), _ -> new Curve.Builder())
          .add(run.concurrency(), metric.of(run));
    }
    recorded.failures().stream()
        .filter(failure -> builders.containsKey(failure.architecture()))
        .forEach(failure -> builders.get(failure.architecture()).add(failure.concurrency(), null));
    Map<String, Curve> curves = new LinkedHashMap<>();
    builders.forEach((name, builder) -> curves.put(name, builder.build()));
    return curves;
  }

  private static List<Crossover> crossovers(Map<String, Curve> curves) {
    List<Curve> all = List.copyOf(curves.values());
    List<Crossover> crossovers = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      for (Curve other : all.subList(i + 1, all.size())) {
        crossovers.addAll(Crossover.between(all.get(i), other));
      }
    }
    return crossovers;
  }

  private static String sentence(List<Crossover> crossovers, int architectures) {
    if (crossovers.isEmpty()) {
      return "no crossover between the tested levels";
    }
    if (architectures > 2) {
      return crossovers.size() + " crossovers, interpolated (no interval)";
    }
    return "lines cross "
        + Gaps.named(crossovers.stream().map(SweepCharts::text).toList())
        + " (no interval)";
  }

  private static String text(Crossover crossover) {
    return crossover.acrossGap()
        ? "somewhere between %.0f and %.0f users, where figures are missing"
            .formatted(crossover.after(), crossover.before())
        : "at about %.0f users, interpolated between %.0f and %.0f"
            .formatted(crossover.load(), crossover.after(), crossover.before());
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
        .map(same -> "Lines coincide: " + Gaps.named(same));
  }
}
