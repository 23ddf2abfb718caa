package tasktracker.load.worker;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What the coordinator knows of a worker after a load test.
 *
 * @param isLocal whether it is a process of this machine
 * @param before its clock when the test began
 * @param after its clock when the test was over; empty of a process of this machine, and of a lost
 *     one
 * @param began when it began to measure, by the coordinator's clock
 * @param loss why it was lost
 */
public record WorkerRecord(
    String name,
    boolean isLocal,
    ClockReading before,
    Optional<ClockReading> after,
    Optional<Instant> began,
    Optional<String> loss) {

  /** From the first of them that began to measure to the last; empty before any did. */
  public static Optional<Duration> startSpread(List<WorkerRecord> records) {
    List<Instant> began =
        records.stream().map(WorkerRecord::began).flatMap(Optional::stream).sorted().toList();
    return began.isEmpty()
        ? Optional.empty()
        : Optional.of(Duration.between(began.getFirst(), began.getLast()));
  }

  /** By how much more the clock was ahead after the test than before, without sign. */
  Duration clockStep() {
    return after
        .map(ClockReading::ahead)
        .map(ahead -> ahead.minus(before.ahead()).abs())
        .orElse(Duration.ZERO);
  }
}
