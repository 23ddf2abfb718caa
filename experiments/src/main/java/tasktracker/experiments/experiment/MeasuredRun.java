package tasktracker.experiments.experiment;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tasktracker.experiments.result.Efficiency;
import tasktracker.experiments.result.Resources;
import tasktracker.experiments.result.RunFigures;
import tasktracker.experiments.result.RunName;
import tasktracker.experiments.result.RunResult;
import tasktracker.load.LoadResult;
import tasktracker.load.model.ClosedModel;
import tasktracker.load.model.LoadModel;
import tasktracker.load.model.OpenModel;
import tasktracker.load.recording.Latencies;

/**
 * What one run gave: the load as the generator saw it, the resources over the same window, and how
 * long the deployment took to start.
 */
record MeasuredRun(
    RunName name, LoadResult load, Optional<Resources> resources, Duration stackStartUp) {

  /** The run as it is written to the results folder. */
  RunResult toResult() {
    RunFigures figures = LoadFigures.of(load);
    Resources used = resources.orElse(null);
    Path folder = Path.of(name.folder());
    return new RunResult(
        name.architecture(),
        name.concurrency(),
        load.plan().measurement(),
        load.plan().warmUp(),
        spawnRate(load.plan().model()),
        figures,
        load.start(),
        load.end(),
        folder.resolve("stats_stats.csv").toString(),
        folder.resolve("stats_stats_history.csv").toString(),
        used,
        used == null || used.totals() == null
            ? null
            : Efficiency.of(figures.throughput(), used.totals()),
        additions());
  }

  /** Users of an open model come with the arrivals. */
  private static Double spawnRate(LoadModel model) {
    return switch (model) {
      case ClosedModel closed -> closed.spawnRate();
      case OpenModel _ -> null;
    };
  }

  private Map<String, Object> additions() {
    Map<String, Object> more = new LinkedHashMap<>();
    more.put("load_model", load.plan().model().toString());
    more.put("validity", load.validity().verdict().toString());
    more.put("validity_reasons", load.validity().reasons());
    more.put("goodput_rps", load.goodput());
    more.put("dropped_arrivals", load.dropped());
    more.put("reconnects", load.reconnects());
    percentiles(more, "service_time", load.aggregated().serviceTimes());
    percentiles(more, "response_time", load.aggregated().latencies());
    more.put("self_watch", SelfWatchSummary.of(load.selfWatch()));
    more.put("stack_startup_s", seconds(stackStartUp));
    ContentSize.of(load.recording())
        .ifPresent(size -> {
          more.put("content_bytes_first_third", size.firstThird());
          more.put("content_bytes_last_third", size.lastThird());
        });
    return more;
  }

  private static void percentiles(Map<String, Object> into, String what, Latencies of) {
    for (int percent : List.of(50, 95, 99)) {
      into.put(
          "%s_p%d_ms".formatted(what, percent),
          LoadFigures.millis(of.supportedPercentile(percent)));
    }
  }

  private static double seconds(Duration duration) {
    return duration.toNanos() / 1e9;
  }
}
