package tasktracker.experiments;

import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.stream.Stream;
import tasktracker.analysis.verdict.ComparedMetric;
import tasktracker.analysis.verdict.Comparison;
import tasktracker.analysis.verdict.LevelComparison;
import tasktracker.analysis.verdict.MetricCrossover;
import tasktracker.analysis.verdict.SweepAnalysis;

/**
 * Adds a level where p95 latency or throughput change their winner: in the middle, on a logarithmic
 * scale, of the two neighbouring levels between which the order of the estimates changes, until
 * those are as near each other as asked for.
 *
 * @param precision width of the span, as a share of its lower end
 */
record CrossoverBisection(double precision) {
  private static final List<ComparedMetric> METRICS =
      List.of(ComparedMetric.P95, ComparedMetric.THROUGHPUT);

  Optional<Integer> next(SweepAnalysis analysis, SortedSet<Integer> levels) {
    return analysis.comparisons().stream()
        .flatMap(this::spans)
        .filter(span -> span.to() > span.from() * (1 + precision))
        .map(Span::middle)
        .filter(middle -> !levels.contains(middle))
        .findFirst();
  }

  private Stream<Span> spans(Comparison comparison) {
    return METRICS.stream()
        .flatMap(metric -> comparison.crossovers(metric).stream())
        .filter(found -> found.kind() == MetricCrossover.Kind.CROSSOVER)
        .flatMap(found -> flip(comparison, found).stream());
  }

  /** The neighbouring levels, within the decided ones, between which the effect changes sides. */
  private static Optional<Span> flip(Comparison comparison, MetricCrossover found) {
    List<LevelComparison> between =
        comparison.of(found.metric()).stream()
            .filter(level -> level.effect() != null)
            .filter(
                level -> level.concurrency() >= found.from() && level.concurrency() <= found.to())
            .toList();
    for (int i = 1; i < between.size(); i++) {
      if (side(between.get(i - 1)) != side(between.get(i))) {
        return Optional.of(
            new Span(between.get(i - 1).concurrency(), between.get(i).concurrency()));
      }
    }
    return Optional.empty();
  }

  private static boolean side(LevelComparison level) {
    return level.effect().estimate().value() > level.effect().scale().same();
  }

  private record Span(int from, int to) {
    int middle() {
      return (int) Math.round(Math.sqrt((double) from * to));
    }
  }
}
