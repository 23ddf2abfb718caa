package tasktracker.experiments;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tasktracker.load.LoadPlan;
import tasktracker.load.LoadResult;
import tasktracker.load.recording.EndpointStatistics;
import tasktracker.load.recording.Failures;
import tasktracker.load.recording.Outcome;
import tasktracker.results.RunResult;

/** A single load test as {@code results.json}. */
public final class LoadRunResult {
  private LoadRunResult() {}

  /**
   * A run of which the URL alone is known, named by its scenario.
   *
   * @param workers number of generator processes
   */
  public static RunResult of(LoadResult load, int workers) {
    return of(load, workers, load.plan().scenario().name());
  }

  /** A run on a stack of the lab, named by its architecture. */
  public static RunResult of(
      LoadResult load, int workers, String architecture, RuntimeKind runtime) {
    return of(load, workers, architecture).plus(Map.of("runtime", runtime));
  }

  private static RunResult of(LoadResult load, int workers, String name) {
    LoadPlan plan = load.plan();
    return new RunResult(
        name,
        plan.model().users(),
        plan.measurement(),
        plan.warmUp(),
        LoadFigures.spawnRate(plan.model()),
        LoadFigures.of(load),
        load.start(),
        load.end(),
        "stats_stats.csv",
        "stats_stats_history.csv",
        null,
        null,
        additions(load, workers));
  }

  private static Map<String, Object> additions(LoadResult load, int workers) {
    LoadPlan plan = load.plan();
    Map<String, Object> more = new LinkedHashMap<>();
    more.put("target", plan.target().toString());
    more.put("stopped", load.stopped());
    more.put("seed", plan.seed());
    more.put("workers", workers);
    more.putAll(LoadFigures.additions(load));
    Steadiness.of(load, Optional.empty()).addTo(more);
    more.put("awaited", load.awaited());
    more.put("outcomes", outcomes(load.aggregated()));
    more.put(
        "endpoints",
        load.recording().endpoints().stream().map(each -> endpoint(each, load)).toList());
    more.put("failures", load.recording().failures().stream().map(LoadRunResult::failure).toList());
    return more;
  }

  private static Map<String, Long> outcomes(EndpointStatistics statistics) {
    Map<String, Long> outcomes = new LinkedHashMap<>();
    for (Outcome outcome : Outcome.values()) {
      outcomes.put(name(outcome), statistics.count(outcome));
    }
    return outcomes;
  }

  private static Map<String, Object> endpoint(EndpointStatistics statistics, LoadResult load) {
    Map<String, Object> endpoint = new LinkedHashMap<>();
    endpoint.put("method", statistics.endpoint().method());
    endpoint.put("name", statistics.endpoint().name());
    endpoint.put("requests", statistics.requests());
    endpoint.put("failures", statistics.failures());
    endpoint.put("requests_per_second", statistics.requestsPerSecond(load.length()));
    endpoint.put("mean_content_bytes", statistics.meanContentSize());
    LoadFigures.percentiles(endpoint, "service_time", statistics.serviceTimes());
    LoadFigures.percentiles(endpoint, "response_time", statistics.latencies());
    endpoint.put("outcomes", outcomes(statistics));
    return endpoint;
  }

  private static Map<String, Object> failure(Failures failures) {
    Map<String, Object> failure = new LinkedHashMap<>();
    failure.put("method", failures.endpoint().method());
    failure.put("name", failures.endpoint().name());
    failure.put("outcome", name(failures.outcome()));
    failure.put("message", failures.message());
    failure.put("example", failures.example());
    failure.put("count", failures.count());
    failure.put("first_seen", failures.firstSeen());
    failure.put("last_seen", failures.lastSeen());
    return failure;
  }

  private static String name(Outcome outcome) {
    return outcome.name().toLowerCase(Locale.ROOT);
  }
}
