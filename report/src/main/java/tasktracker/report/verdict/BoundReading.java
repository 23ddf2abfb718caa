package tasktracker.report.verdict;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tasktracker.analysis.seconds.ResampledRun;
import tasktracker.analysis.seconds.RunSecond;
import tasktracker.analysis.verdict.ComparedMetric;
import tasktracker.analysis.verdict.ServiceLevelObjective;
import tasktracker.analysis.verdict.ServiceLevelObjective.Bound;
import tasktracker.load.recording.Latencies;
import tasktracker.results.RunResult;

/** The figures of a run that bounds on one endpoint or on windows are about. */
final class BoundReading {
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
                    bound.endpoint(), _ -> SecondsReading.of(run, folder, bound::isAbout, _ -> {}));
        Double worst = bound.worst(measured, window -> figure(window, bound.metric()));
        if (worst != null) {
          figures.put(bound, worst);
        }
      }
    }
    return figures;
  }

  private static Double figure(List<RunSecond> seconds, ComparedMetric metric) {
    long requests = seconds.stream().mapToLong(RunSecond::requests).sum();
    boolean supported = !metric.isLatency() || Latencies.supports(requests, metric.percent());
    return supported ? ResampledRun.figuresOf(seconds).get(metric) : null;
  }
}
