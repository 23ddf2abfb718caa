package tasktracker.results.failure;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import tasktracker.analysis.recovery.Baseline;
import tasktracker.results.Resources;
import tasktracker.results.RunFigures;
import tasktracker.results.WarmUp;
import tools.jackson.databind.JsonNode;

/**
 * {@code failure_results.json}: one load test in which something was broken. What an older file
 * lacks is {@code null} or empty.
 *
 * @param config what the experiment was asked to do
 * @param injection the first time that something was broken
 * @param stats figures of the whole load
 * @param timeSeries the same second by second
 * @param resources what the services used; {@code null} if nobody looked
 * @param testStartEpoch begin of the load, ramp-up included, in epoch seconds
 * @param testEndEpoch its end in epoch seconds
 * @param endTime when it was written
 * @param command the command that repeats the experiment; {@code null} where it is not known
 * @param architecture the shape under test
 * @param loadModel how load was offered, in words
 * @param injections every time that something was broken
 * @param baseline what was normal before the first of them; {@code null} where too little was seen
 * @param serviceLevel the whole load against the objective
 * @param endpoints every endpoint second by second
 * @param errors failed requests by kind
 * @param ledger what became of the writes; {@code null} if nobody looked
 * @param warmUp how its warm-up went; {@code null} where nobody looked
 * @param doubts why no claim may rest on this run; empty for a valid one
 * @param interrupted whether it ended before its time
 */
public record FailureResult(
    JsonNode config,
    InjectedFault injection,
    RunFigures stats,
    TimeSeries timeSeries,
    Resources resources,
    double testStartEpoch,
    double testEndEpoch,
    Instant endTime,
    String command,
    @JsonProperty("arch") String architecture,
    String loadModel,
    List<InjectedFault> injections,
    Baseline baseline,
    ServiceLevel serviceLevel,
    List<EndpointSeries> endpoints,
    List<ErrorCount> errors,
    LedgerResult ledger,
    WarmUp warmUp,
    List<String> doubts,
    boolean interrupted) {

  /** Takes absent lists as empty, and a lone injection as the only one. */
  public FailureResult {
    injections =
        injections != null
            ? List.copyOf(injections)
            : injection == null ? List.of() : List.of(injection);
    endpoints = endpoints == null ? List.of() : List.copyOf(endpoints);
    errors = errors == null ? List.of() : List.copyOf(errors);
    doubts = doubts == null ? List.of() : List.copyOf(doubts);
  }

  /** Whether something was broken, and every fault took effect and was undone. */
  public boolean broken() {
    return !injections.isEmpty() && injections.stream().allMatch(InjectedFault::success);
  }
}
