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
 * streams. Times are those of clocks that agree, as on one machine they do.
 */
sealed interface Message {

  /** The coordinator gives an order: this worker is one of several. */
  record Begin(LoadOrder order, int index, int of) implements Message {}

  /** The coordinator says when all begin with a phase. */
  record Agreed(Phase phase, Instant at) implements Message {}

  /** The coordinator wants to have what was measured so far. */
  record Stop() implements Message {}

  /** A worker can begin with a phase, and waits for the others. */
  record Ready(Phase phase, Instant earliest) implements Message {}

  /** A worker has begun with a phase. */
  record Entered(Phase phase, Instant at) implements Message {}

  /** A worker's last second. */
  record Glance(Phase phase, int users, Optional<Second> latest, long failures, Duration remaining)
      implements Message {}

  /** A second of a worker's result: of a long run they are too many for one line. */
  record Measured(Second second) implements Message {}

  /** What a worker saw of itself in a second of its result. */
  record Watched(WatchedSecond second) implements Message {}

  /** The end of a worker's result, whose seconds were told before. */
  record Done(Instant start, Instant end, boolean stopped, Recording recording, SelfWatch watch)
      implements Message {
    Done with(List<Second> seconds, List<WatchedSecond> watched) {
      return new Done(
          start,
          end,
          stopped,
          recording.withSeconds(seconds),
          new SelfWatch(watched, watch.littleResidual()));
    }
  }

  /** A worker cannot go on. */
  record Failed(String reason) implements Message {}
}
