package tasktracker.analysis.verdict;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What failed requests do to latencies. A request that is refused at once is fast, and one that is
 * awaited until its timeout is slow; neither says how fast the system answers.
 */
public final class FailedRequests {
  /**
   * In percent of a run's requests: where more failed, its latencies are those of the requests that
   * succeeded.
   */
  public static final double SUCCESSES_ALONE_ABOVE = 1;

  /** In percent: where more failed in any run of a level, no latency is claimed there. */
  public static final double NO_LATENCY_CLAIM_ABOVE = 5;

  private FailedRequests() {}

  /** Whether some run failed so often that nothing is said on latencies at its level. */
  public static boolean forbidLatencyClaim(List<AnalysedRun> runs) {
    return runs.stream()
        .map(run -> run.figure(ComparedMetric.ERROR_RATE))
        .anyMatch(rate -> rate != null && rate > NO_LATENCY_CLAIM_ABOVE);
  }

  /** At which levels no latency is claimed, and why; empty where it is everywhere. */
  static Optional<String> sentence(List<MetricCurve> curves) {
    TreeMap<Integer, String> levels = new TreeMap<>();
    for (MetricCurve curve : curves) {
      if (curve.metric() == ComparedMetric.ERROR_RATE) {
        for (MetricCurve.Level level : curve.levels()) {
          double highest = level.values().stream().mapToDouble(Double::doubleValue).max().orElse(0);
          if (highest > NO_LATENCY_CLAIM_ABOVE) {
            levels.merge(
                level.concurrency(),
                String.format(
                    Locale.ROOT,
                    "%.0f %% of the requests of a run of %s",
                    highest,
                    curve.architecture()),
                (one, other) -> one + " and " + other);
          }
        }
      }
    }
    List<String> parts = new ArrayList<>();
    levels.forEach(
        (users, failed) -> parts.add("at %d users, where %s failed".formatted(users, failed)));
    return parts.isEmpty()
        ? Optional.empty()
        : Optional.of("no latency is claimed " + Wording.and(parts));
  }
}
