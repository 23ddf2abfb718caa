package tasktracker.analysis.recovery;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * How long the users of a load test felt one fault. What cannot be told is empty; what had not
 * happened when the observation ended is a censored {@link Timing}.
 *
 * @param down from the moment the fault was effective until everything was healthy
 * @param detect from there to the end of the first request that failed or missed the objective
 * @param outage from the first failed request to the last one, within the seconds whose share of
 *     failures was above the baseline's; empty when there was no such second
 * @param ready from the moment the fault was undone until everything was healthy
 * @param recover from the moment the fault was undone to the begin of the first of {@link #STEADY}
 *     consecutive good seconds; zero when the users had recovered while the fault lasted
 * @param warm from the moment the fault was undone to the begin of the first second from then on
 *     whose p95 is within 5 % of the baseline's
 * @param recoveredAt the begin of the first of those good seconds; empty if there were none
 */
public record Recovery(
    Timing down,
    Optional<Timing> detect,
    Optional<Timing> outage,
    Timing ready,
    Optional<Timing> recover,
    Optional<Timing> warm,
    Optional<Instant> recoveredAt) {

  /** Refuses a fault without the times that every fault has; a file may lack them. */
  public Recovery {
    Objects.requireNonNull(down, "down is missing");
    Objects.requireNonNull(detect, "detect is missing");
    Objects.requireNonNull(outage, "outage is missing");
    Objects.requireNonNull(ready, "ready is missing");
    Objects.requireNonNull(recover, "recover is missing");
    Objects.requireNonNull(warm, "warm is missing");
    Objects.requireNonNull(recoveredAt, "recovered_at is missing");
  }

  /** Good seconds in a row that make a recovery. */
  public static final int STEADY = 5;

  /**
   * Finds the figures of one fault.
   *
   * @param load every second in its order
   * @param bad requests that failed or missed the objective, in any order
   * @param until end of the observation: of the load, or when the next fault was asked for
   */
  public static Recovery of(
      List<LoadSecond> load, List<BadRequest> bad, FaultWindow fault, Instant until) {
    Observation observation = new Observation(load, bad, fault, until);
    Optional<Baseline> baseline = Baseline.before(fault.requested(), load);
    Optional<Instant> recoveredAt = baseline.flatMap(observation::recovered);
    return new Recovery(
        observation.since(fault.effective(), fault.ready()),
        observation.detect(),
        baseline.flatMap(normal -> observation.outage(normal, recoveredAt)),
        observation.since(fault.undone(), fault.ready()),
        baseline.map(normal -> observation.recover(normal, recoveredAt)),
        baseline.map(normal -> observation.warm(normal, recoveredAt)),
        recoveredAt);
  }

  /** Until when the fault disturbed: the recovery, or the end of the observation. */
  public Instant disturbedUntil(FaultWindow fault, Instant until) {
    Instant end = recoveredAt.orElse(until);
    return end.isBefore(fault.undone()) ? fault.undone() : end;
  }
}
