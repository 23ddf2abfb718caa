package tasktracker.experiments.failure;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import tasktracker.experiments.Testbed;

/**
 * {@code config.json} of a failure experiment: what it was asked to do, and under which
 * circumstances it did.
 *
 * @param settings the settings
 * @param loadModel how load is offered, in words
 * @param testbed where and how the stacks run
 * @param startTime when the experiment began
 * @param endTime when it ended; null until then
 * @param totalRuns runs in the plan
 */
public record FailureConfig(
    @JsonUnwrapped FailureSettings settings,
    String loadModel,
    @JsonUnwrapped Testbed testbed,
    Instant startTime,
    Instant endTime,
    int totalRuns) {

  /** An experiment that begins now. */
  public static FailureConfig of(FailureSettings settings, Testbed testbed) {
    return new FailureConfig(
        settings,
        settings.model().toString(),
        testbed,
        Instant.now(),
        null,
        settings.architectures().size());
  }

  /** The same, ended at this time. */
  public FailureConfig endedAt(Instant time) {
    return new FailureConfig(settings, loadModel, testbed, startTime, time, totalRuns);
  }
}
