package tasktracker.experiments;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tasktracker.load.LoadResult;
import tasktracker.load.model.ClosedModel;
import tasktracker.load.model.LoadModel;
import tasktracker.load.model.OpenModel;
import tasktracker.load.recording.Latencies;
import tasktracker.load.watch.Validity;
import tasktracker.results.Efficiency;
import tasktracker.results.LatencyFigures;
import tasktracker.results.Resources;
import tasktracker.results.RunFigures;
import tasktracker.results.RunResult;

/** What a load test measured, in the words of {@code results.json}. */
public final class LoadFigures {
  private static final String BREAKAGES = "breakages";

  private LoadFigures() {}

  /** What broke while a run was measured, in a line; empty where nothing did. */
  static Optional<String> breakages(RunResult run) {
    return run.addition(BREAKAGES, String[].class).map(sentences -> String.join("; ", sentences));
  }

  /** The run of which this broke meanwhile, which makes it worthless. */
  static RunResult brokenBy(List<String> sentences, RunResult run) {
    if (sentences.isEmpty()) {
      return run;
    }
    List<String> reasons = new ArrayList<>(sentences);
    run.addition("validity_reasons", String[].class).map(List::of).ifPresent(reasons::addAll);
    return run.plus(
        Map.of("validity", Validity.INVALID, "validity_reasons", reasons, BREAKAGES, sentences));
  }

  /** The figures of all endpoints together. */
  public static RunFigures of(LoadResult load) {
    return RunFigures.of(load.aggregated(), seconds(load.length()));
  }

  /** Users of an open model come with the arrivals. */
  static Double spawnRate(LoadModel model) {
    return switch (model) {
      case ClosedModel closed -> closed.spawnRate();
      case OpenModel _ -> null;
    };
  }

  /** The keys that older files do not have. */
  static Map<String, Object> additions(LoadResult load) {
    Map<String, Object> more = new LinkedHashMap<>();
    more.put("load_model", load.plan().model().toString());
    more.put("validity", load.validity().verdict().toString());
    more.put("validity_reasons", load.validity().reasons());
    if (!load.breakages().isEmpty()) {
      more.put(BREAKAGES, load.breakages());
    }
    more.put("goodput_rps", load.goodput());
    more.put("dropped_arrivals", load.dropped());
    more.put("reconnects", load.reconnects());
    percentiles(more, "service_time", load.aggregated().serviceTimes());
    percentiles(more, "response_time", load.aggregated().latencies());
    percentiles(more, "successful_latency", load.aggregated().successful());
    more.put("self_watch", SelfWatchSummary.of(load.selfWatch()));
    return more;
  }

  /** What the system took for the throughput; null where nobody looked. */
  static Efficiency efficiency(RunFigures figures, Optional<Resources> resources) {
    return resources
        .map(Resources::totals)
        .map(totals -> Efficiency.of(figures.throughput(), totals))
        .orElse(null);
  }

  static void percentiles(Map<String, Object> into, String what, Latencies of) {
    for (int percent : List.of(50, 95, 99)) {
      into.put(
          "%s_p%d_ms".formatted(what, percent),
          LatencyFigures.millis(of.supportedPercentile(percent)));
    }
  }

  static double seconds(Duration duration) {
    return duration.toNanos() / 1e9;
  }
}
