package tasktracker.report.verdict;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tasktracker.analysis.seconds.ResampledRun;
import tasktracker.analysis.seconds.RunSecond;
import tasktracker.analysis.verdict.ComparedMetric;
import tasktracker.analysis.verdict.ServiceLevelObjective;
import tasktracker.analysis.verdict.ServiceLevelObjective.Bound;
import tasktracker.results.RunResult;

/** The figures of a run that bounds on one endpoint or on windows are about. */
final class BoundReading {
  /** So many requests are expected above a percentile, or it is no figure. */
  private static final int ABOVE_PERCENTILE = 10;

  private BoundReading() {}

  /**
   * By bound; one without a figure has no entry.
   *
   * @param seconds of all endpoints
   */
  static Map<Bound, Double> of(
      RunResult run, Path folder, ServiceLevelObjective objective, List<RunSecond> seconds) {
    Map<String, List<RunSecond>> byEndpoint = new HashMap<>();
    Map<Bound, Double> figures = new HashMap<>();
    for (Bound bound : objective.bounds()) {
      if (!bound.isOfWholeRun()) {
        List<RunSecond> measured =
            bound.endpoint() == null
                ? seconds
                : byEndpoint.computeIfAbsent(
                    bound.endpoint(), name -> SecondsReading.of(run, folder, name, _ -> {}));
        Double worst = worst(measured, bound);
        if (worst != null) {
          figures.put(bound, worst);
        }
      }
    }
    return figures;
  }

  /** Of the windows that are whole; null where none of them has a figure. */
  private static Double worst(List<RunSecond> seconds, Bound bound) {
    int length =
        bound.window() == null
            ? seconds.size()
            : (int) Math.min(seconds.size(), bound.window().toSeconds());
    List<Double> figures = new ArrayList<>();
    for (int begin = 0; length > 0 && begin + length <= seconds.size(); begin += length) {
      figures.add(figure(seconds.subList(begin, begin + length), bound.metric()));
    }
    return figures.stream().filter(Objects::nonNull).max(Double::compare).orElse(null);
  }

  private static Double figure(List<RunSecond> seconds, ComparedMetric metric) {
    long requests = seconds.stream().mapToLong(RunSecond::requests).sum();
    boolean supported =
        !metric.isLatency() || requests * (100 - metric.percent()) / 100 >= ABOVE_PERCENTILE;
    return supported ? ResampledRun.figuresOf(seconds).get(metric) : null;
  }
}
