package tasktracker.experiments;

import java.util.List;
import tasktracker.analysis.estimate.Interval;
import tasktracker.analysis.verdict.ComparedMetric;
import tasktracker.analysis.verdict.Comparison;
import tasktracker.analysis.verdict.LevelComparison;
import tasktracker.analysis.verdict.Verdict;

/**
 * Whether a level has been measured often enough: for throughput, p95 latency and CPU time per
 * request, of every architecture beside the baseline, the word is decided or the interval of the
 * ratio is narrower than asked for. A metric that was not measured asks for nothing.
 */
record StoppingCriterion(List<Comparison> comparisons, double precision) {
  private static final List<ComparedMetric> METRICS =
      List.of(ComparedMetric.THROUGHPUT, ComparedMetric.P95, ComparedMetric.CPU_PER_REQUEST);

  boolean isSure(int level) {
    return comparisons.stream()
        .flatMap(comparison -> comparison.levels().stream())
        .filter(each -> each.concurrency() == level && METRICS.contains(each.metric()))
        .filter(each -> each.effect() != null)
        .allMatch(this::isSure);
  }

  private boolean isSure(LevelComparison comparison) {
    if (comparison.verdict() != Verdict.UNDECIDED) {
      return true;
    }
    Interval interval = comparison.effect().estimate().interval();
    return interval != null
        && Math.log(interval.high() / interval.low()) <= 2 * Math.log1p(precision);
  }
}
