package tasktracker.load.worker;

import java.time.Duration;
import java.time.Instant;

/**
 * How far the clock of a worker is ahead of the coordinator's, by Cristian's method: the worker's
 * time against the middle between question and answer. It is wrong by half of the round trip at
 * most. (F. Cristian, Probabilistic clock synchronization, Distributed Computing 3, 1989.)
 *
 * @param ahead negative where it is behind
 * @param roundTrip of the question and its answer
 */
public record ClockReading(Duration ahead, Duration roundTrip) {
  /** On one machine there is one clock. */
  static final ClockReading SAME = new ClockReading(Duration.ZERO, Duration.ZERO);

  /** Of one question, which was answered at a moment of the worker's clock. */
  static ClockReading of(Instant asked, Duration roundTrip, Instant answered) {
    return new ClockReading(
        Duration.between(asked.plus(roundTrip.dividedBy(2)), answered), roundTrip);
  }

  /** The one with the shorter round trip. */
  ClockReading better(ClockReading other) {
    return other.roundTrip.compareTo(roundTrip) < 0 ? other : this;
  }
}
