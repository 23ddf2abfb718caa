package tasktracker.report.sweep;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import tasktracker.analysis.Crossover;
import tasktracker.analysis.Curve;
import tasktracker.analysis.estimate.Interval;
import tasktracker.analysis.verdict.Comparison;
import tasktracker.analysis.verdict.LevelComparison;
import tasktracker.analysis.verdict.MetricCrossover;
import tasktracker.analysis.verdict.SweepAnalysis;
import tasktracker.analysis.verdict.Wording;
import tasktracker.report.Chart;

/**
 * Where architectures change places in one metric, as marks and a sentence.
 *
 * @param rings around the places
 * @param spans their intervals
 * @param note what there is to say; empty where there is nothing to compare
 */
record CrossoverMarks(List<Chart.Point> rings, List<Chart.Span> spans, Optional<String> note) {

  static final CrossoverMarks NONE = new CrossoverMarks(List.of(), List.of(), Optional.empty());

  /**
   * As the analysis finds them. Single runs have no intervals to decide a winner by: there the
   * places are those where the lines meet.
   */
  static CrossoverMarks of(Metric metric, Map<String, Curve> curves, SweepAnalysis analysis) {
    if (curves.size() < 2) {
      return NONE;
    }
    List<LevelComparison> levels =
        analysis.comparisons().stream()
            .flatMap(comparison -> comparison.of(metric.compared()).stream())
            .toList();
    if (!levels.isEmpty() && levels.stream().allMatch(level -> level.effect() == null)) {
      // The two did different work, or too much of it failed.
      return NONE;
    }
    return levels.stream().anyMatch(CrossoverMarks::hasInterval)
        ? decided(metric, analysis)
        : meetings(metric, List.copyOf(curves.values()));
  }

  private static boolean hasInterval(LevelComparison level) {
    return level.effect() != null && level.effect().estimate().interval() != null;
  }

  private static CrossoverMarks decided(Metric metric, SweepAnalysis analysis) {
    List<MetricCrossover> found =
        analysis.comparisons().stream()
            .map((Comparison comparison) -> comparison.crossovers(metric.compared()))
            .flatMap(List::stream)
            .filter(each -> each.load() != null && each.value() != null)
            .toList();
    return new CrossoverMarks(
        found.stream().map(each -> new Chart.Point(each.load().value(), each.value())).toList(),
        found.stream()
            .map(each -> each.load().interval())
            .filter(Objects::nonNull)
            .map(CrossoverMarks::span)
            .toList(),
        Optional.of(metric.name() + ": " + sentence(found)));
  }

  private static String sentence(List<MetricCrossover> found) {
    return found.isEmpty()
        ? "no crossover found between the tested levels"
        : "crossover at about "
            + Wording.few(
                found.stream().map(each -> Wording.estimate(each.load()) + " users").toList());
  }

  private static Chart.Span span(Interval users) {
    return new Chart.Span(
        users.low(), users.high(), "crossover: " + Wording.interval(users) + " users");
  }

  private static CrossoverMarks meetings(Metric metric, List<Curve> curves) {
    List<Crossover> meetings = new ArrayList<>();
    for (int i = 0; i < curves.size(); i++) {
      for (Curve other : curves.subList(i + 1, curves.size())) {
        meetings.addAll(Crossover.between(curves.get(i), other));
      }
    }
    return new CrossoverMarks(
        meetings.stream()
            .filter(meeting -> !meeting.acrossGap())
            .map(place -> new Chart.Point(place.load(), place.value()))
            .toList(),
        List.of(),
        Optional.of(metric.name() + ": " + sentence(meetings, curves.size())));
  }

  private static String sentence(List<Crossover> crossovers, int architectures) {
    if (crossovers.isEmpty()) {
      return "no crossover between the tested levels";
    }
    if (architectures > 2) {
      return crossovers.size() + " crossovers, interpolated (no interval)";
    }
    return "lines cross "
        + Wording.few(crossovers.stream().map(CrossoverMarks::text).toList())
        + " (no interval)";
  }

  private static String text(Crossover crossover) {
    return crossover.acrossGap()
        ? "somewhere between %.0f and %.0f users, where figures are missing"
            .formatted(crossover.after(), crossover.before())
        : "at about %.0f users, interpolated between %.0f and %.0f"
            .formatted(crossover.load(), crossover.after(), crossover.before());
  }
}
