package tasktracker.experiments;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import tasktracker.analysis.seconds.SteadyState;
import tasktracker.analysis.seconds.WarmingTrend;
import tasktracker.load.LoadResult;
import tasktracker.load.model.LoadModel;
import tasktracker.load.model.OpenModel;
import tasktracker.load.recording.Second;
import tasktracker.report.verdict.WarmingReading;
import tasktracker.results.LatencyFigures;
import tasktracker.results.Resources;
import tasktracker.results.RunResult;

/**
 * Whether a measurement was in a steady state, as its run says when it ends.
 *
 * @param word {@code yes}, {@code no} or {@code too short to judge}
 * @param stillWarmingUp whether the system still warmed up; empty where nobody judged it
 * @param objections why it was not steady
 */
public record Steadiness(String word, Optional<Boolean> stillWarmingUp, List<String> objections) {

  /** Judges the whole seconds of a measurement, and what the stack used in them. */
  static Steadiness of(LoadResult load, Optional<Resources> resources) {
    List<Second> seconds =
        load.recording().seconds().stream().limit(load.length().toSeconds()).toList();
    List<Double> requests =
        seconds.stream().map(second -> (double) second.aggregated().requests()).toList();
    List<Double> latencies =
        seconds.stream()
            .map(second -> LatencyFigures.millis(second.aggregated().latencies().mean()))
            .map(latency -> latency == null ? Double.NaN : latency)
            .toList();
    Steadiness steadiness =
        of(requests, latencies.stream().filter(latency -> !latency.isNaN()).toList());
    return isConstant(load.plan().model(), load.length())
        ? steadiness.plus(
            WarmingReading.judge(
                requests,
                latencies,
                load.plan().model() instanceof OpenModel,
                resources.orElse(null),
                load.start()),
            seconds.size())
        : steadiness;
  }

  /** Where the load changes, the figures change with it. */
  private static boolean isConstant(LoadModel model, Duration length) {
    return !(model instanceof OpenModel open)
        || LongStream.rangeClosed(1, length.toSeconds())
            .allMatch(second ->
                open.arrivals().rateAt(Duration.ofSeconds(second))
                    == open.arrivals().rateAt(Duration.ZERO));
  }

  private Steadiness plus(WarmingTrend trend, int seconds) {
    if (!trend.isJudged()) {
      return this;
    }
    List<String> all = new ArrayList<>(trend.objection(seconds).stream().toList());
    boolean warming = !all.isEmpty();
    all.addAll(objections);
    return new Steadiness(word, Optional.of(warming), all);
  }

  /** Why a run says that its system still warmed up; empty where it does not. */
  public static Optional<String> warming(RunResult run) {
    return run.addition("still_warming_up", Boolean.class)
        .filter(Boolean::booleanValue)
        .flatMap(_ -> run.addition("validity_reasons", String[].class))
        .flatMap(reasons ->
            Stream.of(reasons)
                .filter(reason -> reason.startsWith(WarmingTrend.REASON))
                .findFirst());
  }

  /** Judges by the requests and the mean latency in ms of each second. */
  static Steadiness of(List<Double> throughputs, List<Double> meanLatenciesMs) {
    if (throughputs.size() < SteadyState.FEWEST_SECONDS) {
      return new Steadiness("too short to judge", Optional.empty(), List.of());
    }
    List<String> objections = SteadyState.objections(throughputs, meanLatenciesMs);
    return new Steadiness(objections.isEmpty() ? "yes" : "no", Optional.empty(), objections);
  }

  /** Adds the word to a run, and makes a valid one suspect where it was not steady. */
  void addTo(Map<String, Object> run) {
    run.put("steady_state", word);
    stillWarmingUp.ifPresent(warming -> run.put("still_warming_up", warming));
    if (objections.isEmpty()) {
      return;
    }
    run.replace("validity", "VALID", "SUSPECT");
    run.computeIfPresent(
        "validity_reasons",
        (_, others) -> Stream.concat(((List<?>) others).stream(), objections.stream()).toList());
  }
}
