package tasktracker.load.worker;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tasktracker.load.Phase;
import tasktracker.load.recording.Recording;
import tasktracker.load.recording.Second;
import tasktracker.load.watch.SelfWatch;
import tasktracker.load.watch.WatchedSecond;

/**
 * What a coordinator and its workers say to each other: one JSON object a line, over any pair of
 * streams. All times but those of {@link ClockAnswer} are of the coordinator's clock.
 */
sealed interface Message {

  /** The coordinator asks what time it is. */
  record ClockQuestion(int number) implements Message {}

  /** A worker says at once what time it is by its own clock. */
  record ClockAnswer(int number, Instant at) implements Message {}

  /**
   * The coordinator gives an order: this worker is one of several.
   *
   * @param clockAhead of the worker, as the coordinator measured it
   */
  record Begin(LoadOrder order, int index, int of, Duration clockAhead) implements Message {}

  /** The coordinator is still there: told once a second. */
  record Alive() implements Message {}

  /** The coordinator says when all begin with a phase. */
  record Agreed(Phase phase, Instant at) implements Message {}

  /** The coordinator wants to have what was measured so far. */
  record Stop() implements Message {}

  /** A worker can begin with a phase, and waits for the others. */
  record Ready(Phase phase, Instant earliest) implements Message {}

  /** A worker has begun with a phase. */
  record Entered(Phase phase, Instant at) implements Message {}

  /**
   * What a worker shows of itself every second.
   *
   * @param latest its last second; empty in the measurement, whose seconds are told anyway
   */
  record Glance(Phase phase, int users, Optional<Second> latest, long failures, Duration remaining)
      implements Message {
    Glance with(Optional<Second> second) {
      return new Glance(phase, users, second, failures, remaining);
    }
  }

  /**
   * A second of a worker's measurement, told when it is over, and once more at the end where the
   * result counts a little more in it.
   *
   * @param number from 0
   */
  record Measured(int number, Second second) implements Message {}

  /** What a worker saw of itself in a second of its result. */
  record Watched(WatchedSecond second) implements Message {}

  /**
   * The end of a worker's result, whose seconds were told before.
   *
   * @param seconds how many were
   */
  record Done(
      Instant start,
      Instant end,
      boolean stopped,
      int seconds,
      Recording recording,
      SelfWatch watch)
      implements Message {
    Done with(List<Second> measured, List<WatchedSecond> watched) {
      return new Done(
          start,
          end,
          stopped,
          seconds,
          recording.withSeconds(measured),
          new SelfWatch(watched, watch.littleResidual()));
    }
  }

  /** A worker cannot go on. */
  record Failed(String reason) implements Message {}
}
