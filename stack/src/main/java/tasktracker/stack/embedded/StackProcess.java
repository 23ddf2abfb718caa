package tasktracker.stack.embedded;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import tasktracker.stack.Instance;

/**
 * A process of a stack as it is written down in {@link StackState}. The start time tells it from a
 * later process that was given the same id.
 *
 * @param instance what it is, its id included
 * @param started when it started
 */
public record StackProcess(Instance instance, Instant started) {
  /** Every process computes such a time from the age of the system and the clock of its own. */
  private static final Duration CLOCK_TOLERANCE = Duration.ofSeconds(2);

  /** When the process of that id started; the epoch where the system does not tell. */
  static Instant startOf(long pid) {
    return ProcessHandle.of(pid)
        .flatMap(process -> process.info().startInstant())
        .orElse(Instant.EPOCH);
  }

  /** The live process, unless it has ended or its id now belongs to another one. */
  Optional<ProcessHandle> handle() {
    return find(instance.pid(), started);
  }

  /** The live process of that id, unless it started at another time. */
  static Optional<ProcessHandle> find(long pid, Instant started) {
    return ProcessHandle.of(pid)
        .filter(ProcessHandle::isAlive)
        .filter(process ->
            process
                .info()
                .startInstant()
                .map(start -> Duration.between(started, start).abs())
                .map(difference -> difference.compareTo(CLOCK_TOLERANCE) <= 0)
                .orElse(true));
  }
}
