package tasktracker.stack.link;

import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import tasktracker.stack.Instance;
import tasktracker.stack.ProtocolProbe;
import tasktracker.stack.fault.Evidence;

/**
 * Talks to an instance through a link and past it, to see what the link does.
 *
 * @param link the link
 * @param kind what the instance is
 * @param through port of this machine that leads through the link
 * @param past port of this machine that leads to the instance itself
 */
public record LinkProbe(Link link, Instance.Kind kind, int through, int past) {
  private static final Duration TIMEOUT = Duration.ofSeconds(2);
  private static final Duration LOOK = Duration.ofSeconds(1);
  private static final int TALKS = 5;
  private static final int LOSSY_TALKS = 40;
  private static final int MOST_LOSSY_TALKS = 400;

  /**
   * The link does what it was asked to.
   *
   * @param deadline when to stop looking, on the scale of {@link System#nanoTime}
   */
  Evidence impaired(Impairment impairment, long deadline) {
    if (impairment.cut()) {
      return refused(deadline);
    }
    return impairment.loss() > 0
        ? lossy(impairment.loss(), deadline)
        : delayed(impairment, deadline);
  }

  /** Through the link it takes longer than past it by what was asked. */
  private Evidence delayed(Impairment asked, long deadline) {
    Duration patience = TIMEOUT.plus(asked.delay()).plus(asked.jitter());
    // A long delay needs no repetition to be seen, and has no time for it.
    int talks = Math.clamp(LOOK.dividedBy(asked.delay()), 1, TALKS);
    Optional<Duration> fast = shortest(past, TALKS, TIMEOUT, deadline);
    Optional<Duration> slow = shortest(through, talks, patience, deadline);
    Duration least = asked.delay().minus(asked.jitter()).dividedBy(2);
    boolean longer =
        slow.isPresent() && fast.isPresent() && slow.get().minus(fast.get()).compareTo(least) >= 0;
    return new Evidence(
        longer,
        "a talk takes at least %s through %s and %s past it"
            .formatted(millis(slow), name(), millis(fast)));
  }

  /** Some talks break off. */
  private Evidence lossy(double share, long deadline) {
    int lost = 0;
    int talks = 0;
    while (!isLate(deadline) && (talks < LOSSY_TALKS || (lost == 0 && talks < MOST_LOSSY_TALKS))) {
      boolean whole = ProtocolProbe.isPossible(kind, through, within(TIMEOUT, deadline));
      // One that was given up is none that broke off.
      if (whole || !isLate(deadline)) {
        talks++;
        lost += whole ? 0 : 1;
      }
    }
    return new Evidence(
        lost > 0,
        String.format(
            Locale.ROOT,
            "%d of %d talks through %s broke off (each is at risk twice, of %.2f)",
            lost,
            talks,
            name(),
            share));
  }

  /** Nobody listens. */
  private Evidence refused(long deadline) {
    try {
      ProtocolProbe.with(kind, through, within(TIMEOUT, deadline));
      return new Evidence(false, name() + " lets talks through");
    } catch (ConnectException e) {
      return new Evidence(true, name() + " refuses connections");
    } catch (IOException e) {
      return new Evidence(false, "%s: %s".formatted(name(), e.getMessage()));
    }
  }

  /** Talks succeed, one after the other, and take less than any delay that there was. */
  Evidence sound(Impairment before) {
    long deadline = System.nanoTime() + TIMEOUT.multipliedBy(TALKS).toNanos();
    Optional<Duration> time = shortest(through, TALKS, TIMEOUT, deadline);
    Duration limit = before.delay().isZero() ? TIMEOUT : before.delay();
    return new Evidence(
        time.isPresent() && time.get().compareTo(limit) < 0,
        "a talk takes %s through %s".formatted(millis(time), name()));
  }

  /**
   * The shortest of several, because a busy machine can only make it longer. One without an answer
   * until the deadline takes at least so long.
   */
  private Optional<Duration> shortest(int port, int talks, Duration timeout, long deadline) {
    Duration shortest = null;
    for (int i = 0; i < talks && !isLate(deadline); i++) {
      long asked = System.nanoTime();
      try {
        Duration time = ProtocolProbe.with(kind, port, within(timeout, deadline));
        shortest = shortest == null || time.compareTo(shortest) < 0 ? time : shortest;
      } catch (SocketTimeoutException e) {
        if (!isLate(deadline)) {
          return Optional.empty();
        }
        shortest = shortest == null ? Duration.ofNanos(System.nanoTime() - asked) : shortest;
      } catch (IOException e) {
        return Optional.empty();
      }
    }
    return Optional.ofNullable(shortest);
  }

  private static boolean isLate(long deadline) {
    return System.nanoTime() - deadline >= 0;
  }

  /** At least a millisecond, as sockets take zero for ever. */
  private static Duration within(Duration timeout, long deadline) {
    long left = Math.ceilDiv(deadline - System.nanoTime(), 1_000_000);
    return Duration.ofMillis(Math.clamp(left, 1, timeout.toMillis()));
  }

  private String name() {
    return link.caller() + " → " + link.instance();
  }

  private static String millis(Optional<Duration> time) {
    return time.map(value -> String.format(Locale.ROOT, "%.1f ms", value.toNanos() / 1e6))
        .orElse("no answer");
  }
}
