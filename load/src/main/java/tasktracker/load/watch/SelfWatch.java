package tasktracker.load.watch;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import tasktracker.load.recording.Latencies;
import tasktracker.load.recording.MergedSeconds;

/**
 * What the generator saw of itself while it measured.
 *
 * @param seconds one entry a second, without gaps
 * @param littleResidual of the whole measurement, as in {@link WatchedSecond}
 */
public record SelfWatch(List<WatchedSecond> seconds, OptionalDouble littleResidual) {
  /** Nobody looked. */
  public static final SelfWatch NONE = new SelfWatch(List.of(), OptionalDouble.empty());

  /** Copies the list. */
  public SelfWatch {
    seconds = List.copyOf(seconds);
  }

  /** What two generators on one machine saw of themselves at the same time. */
  public SelfWatch plus(SelfWatch other) {
    return new SelfWatch(
        MergedSeconds.together(seconds, other.seconds, WatchedSecond::plus),
        WatchedSecond.larger(littleResidual, other.littleResidual));
  }

  /**
   * What two generators on machines of their own saw of themselves at the same time: of each second
   * what the worse of both saw, for one that falls behind falsifies the figures of all.
   */
  public SelfWatch besideOther(SelfWatch other) {
    return new SelfWatch(
        MergedSeconds.together(seconds, other.seconds, WatchedSecond::besideOther),
        WatchedSecond.larger(littleResidual, other.littleResidual));
  }

  /** Mean share of its processors that the generator kept busy, 1 for all of them. */
  public OptionalDouble meanCpuPerCore() {
    double nanos = 0;
    double busy = 0;
    for (WatchedSecond second : seconds) {
      if (second.cpu().isPresent()) {
        nanos += second.length().toNanos() * (double) second.cores();
        busy += second.length().toNanos() * second.cpu().getAsDouble();
      }
    }
    return nanos == 0 ? OptionalDouble.empty() : OptionalDouble.of(busy / nanos);
  }

  /** Largest share in a second. */
  public OptionalDouble highestCpuPerCore() {
    return seconds.stream()
        .filter(second -> second.cpu().isPresent())
        .mapToDouble(second -> second.cpu().getAsDouble() / second.cores())
        .max();
  }

  /** How late the probe woke, over the whole measurement. */
  public Latencies schedulingDelay() {
    return sum(WatchedSecond::schedulingDelay);
  }

  /** How late arrivals were handed to their users, over the whole measurement. */
  public Latencies releaseDelay() {
    return sum(WatchedSecond::releaseDelay);
  }

  /** Time for which all users stood still while memory was collected. */
  public Duration gcPauses() {
    return seconds.stream().map(WatchedSecond::gcPauses).reduce(Duration.ZERO, Duration::plus);
  }

  /** The longest of these pauses; empty where nobody looked. */
  public Optional<Duration> longestGcPause() {
    return seconds.stream().map(WatchedSecond::longestGcPause).max(Comparator.naturalOrder());
  }

  private Latencies sum(Function<WatchedSecond, Latencies> part) {
    return seconds.stream().map(part).reduce(Latencies.NONE, Latencies::plus);
  }
}
