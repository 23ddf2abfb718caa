package tasktracker.experiments.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tasktracker.experiments.analysis.seconds.SteadyState;
import tasktracker.load.LoadResult;
import tasktracker.load.recording.Second;

/**
 * Whether a measurement was in a steady state, as its run says when it ends.
 *
 * @param word {@code yes}, {@code no} or {@code too short to judge}
 * @param objections why not
 */
record Steadiness(String word, List<String> objections) {

  /** Judges the whole seconds of a measurement. */
  static Steadiness of(LoadResult load) {
    List<Second> seconds =
        load.recording().seconds().stream().limit(load.length().toSeconds()).toList();
    return of(
        seconds.stream().map(second -> (double) second.aggregated().requests()).toList(),
        seconds.stream()
            .map(second -> LoadFigures.millis(second.aggregated().latencies().mean()))
            .flatMap(latency -> Optional.ofNullable(latency).stream())
            .toList());
  }

  /** Judges by the requests and the mean latency in ms of each second. */
  static Steadiness of(List<Double> throughputs, List<Double> meanLatenciesMs) {
    if (throughputs.size() < SteadyState.FEWEST_SECONDS) {
      return new Steadiness("too short to judge", List.of());
    }
    List<String> objections = SteadyState.objections(throughputs, meanLatenciesMs);
    return new Steadiness(objections.isEmpty() ? "yes" : "no", objections);
  }

  /** Adds the word to a run, and makes a valid one suspect where it was not steady. */
  void addTo(Map<String, Object> run) {
    run.put("steady_state", word);
    if (objections.isEmpty()) {
      return;
    }
    run.replace("validity", "VALID", "SUSPECT");
    List<Object> reasons = new ArrayList<>();
    if (run.get("validity_reasons") instanceof List<?> others) {
      reasons.addAll(others);
    }
    reasons.addAll(objections);
    run.put("validity_reasons", reasons);
  }
}
