package tasktracker.load.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import tasktracker.load.recording.LatencyRecorder;

/**
 * Watches the generator from the begin of a measurement on, second by second, from a virtual thread
 * that is scheduled like those of the users: how late it wakes is how late they do.
 */
public final class SelfWatcher implements AutoCloseable {
  private static final Duration PROBE_INTERVAL = Duration.ofMillis(5);
  private static final Duration ONE_SECOND = Duration.ofSeconds(1);

  private final Instant start;
  private final long startNanos;
  private final int users;
  private final LongSupplier userNanos;
  private final Sleep sleep;
  private final LatencyRecorder releaseDelays;
  private final LatencyRecorder schedulingDelays = new LatencyRecorder();
  private final ProcessCpu cpu = new ProcessCpu();
  private final GcPauses gc = new GcPauses();
  private final List<WatchedSecond> seconds = new ArrayList<>();
  private final Thread probe;
  private long userNanosBeforeLast;
  private long userNanosAtLast;
  private Duration length = Duration.ZERO;
  private volatile boolean stopped;
  private volatile WatchedSecond latest;

  /**
   * Begins to watch.
   *
   * @param startNanos the start in the time of {@link System#nanoTime()}
   * @param users those whose time Little's law accounts for; 0 where it does not apply
   * @param userNanos response and planned think times of all users so far
   * @param sleep as the users do
   * @param releaseDelays how late arrivals were handed out
   */
  public SelfWatcher(
      Instant start,
      long startNanos,
      int users,
      LongSupplier userNanos,
      Sleep sleep,
      LatencyRecorder releaseDelays) {
    this.start = start;
    this.startNanos = startNanos;
    this.users = users;
    this.userNanos = userNanos;
    this.sleep = sleep;
    this.releaseDelays = releaseDelays;
    this.probe = Thread.ofVirtual().name("self-watch").start(this::probe);
  }

  /** The last full second, from any thread; empty before there is one. */
  public Optional<WatchedSecond> latest() {
    return Optional.ofNullable(latest);
  }

  /** Ends watching, at the end of the measurement. */
  public void stop(long endNanos) throws InterruptedException {
    close();
    probe.join();
    length = Duration.ofNanos(Math.max(0, endNanos - startNanos));
    Duration rest = length.minusSeconds(seconds.size());
    while (rest.isPositive()) {
      closeSecond(rest.compareTo(ONE_SECOND) < 0 ? rest : ONE_SECOND);
      rest = rest.minus(ONE_SECOND);
    }
  }

  /**
   * What was seen, once the time of all users until the end has been told.
   *
   * @param cutShort whether users were stopped in the midst of what they did, so that nobody knows
   *     what became of their time
   */
  public SelfWatch result(boolean cutShort) {
    if (seconds.isEmpty()) {
      return SelfWatch.NONE;
    }
    if (cutShort) {
      return new SelfWatch(seconds, OptionalDouble.empty());
    }
    long total = userNanos.getAsLong();
    WatchedSecond last = seconds.removeLast();
    seconds.add(last.withLittleResidual(residual(total - userNanosBeforeLast, last.length())));
    return new SelfWatch(seconds, residual(total, length));
  }

  /** Ends watching without a result. */
  @Override
  public void close() {
    stopped = true;
    LockSupport.unpark(probe);
    gc.close();
  }

  private void probe() {
    while (!stopped) {
      long due = System.nanoTime() + PROBE_INTERVAL.toNanos();
      sleep.until(due, () -> stopped);
      woke(due, System.nanoTime());
    }
  }

  /**
   * Counts a standstill with its length: whatever would have woken meanwhile is late too, in the
   * second in which it was due.
   */
  private void woke(long firstDue, long now) {
    for (long due = firstDue; now - due >= 0; due += PROBE_INTERVAL.toNanos()) {
      closeSecondsUntil(due);
      schedulingDelays.add(now - due);
    }
    closeSecondsUntil(now);
  }

  private void closeSecondsUntil(long nanos) {
    while (nanos - startNanos >= ONE_SECOND.toNanos() * (seconds.size() + 1)) {
      closeSecond(ONE_SECOND);
    }
  }

  private void closeSecond(Duration length) {
    userNanosBeforeLast = userNanosAtLast;
    userNanosAtLast = userNanos.getAsLong();
    GcPauses.Pauses pauses = gc.read();
    seconds.add(
        new WatchedSecond(
            start.plusSeconds(seconds.size()),
            length,
            cpu.read(),
            Runtime.getRuntime().availableProcessors(),
            schedulingDelays.drain(),
            releaseDelays.drain(),
            pauses.sum(),
            pauses.longest(),
            residual(userNanosAtLast - userNanosBeforeLast, length)));
    latest = seconds.getLast();
  }

  private OptionalDouble residual(long accountedNanos, Duration span) {
    return LittlesLaw.residual(users, Duration.ofNanos(accountedNanos), span);
  }
}
