package tasktracker.stack.link;

import java.io.IOException;
import java.net.ConnectException;
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

  /** The link does what it was asked to. */
  Evidence impaired(Impairment impairment) {
    if (impairment.cut()) {
      return refused();
    }
    return impairment.loss() > 0 ? lossy(impairment.loss()) : delayed(impairment);
  }

  /** Through the link it takes longer than past it by what was asked. */
  private Evidence delayed(Impairment asked) {
    Duration patience = TIMEOUT.plus(asked.delay()).plus(asked.jitter());
    // A long delay needs no repetition to be seen, and has no time for it.
    int talks = Math.clamp(LOOK.dividedBy(asked.delay()), 1, TALKS);
    Optional<Duration> slow = shortest(through, talks, patience);
    Optional<Duration> fast = shortest(past, TALKS, TIMEOUT);
    Duration least = asked.delay().minus(asked.jitter()).dividedBy(2);
    boolean longer =
        slow.isPresent() && fast.isPresent() && slow.get().minus(fast.get()).compareTo(least) >= 0;
    return new Evidence(
        longer,
        "a talk takes %s through %s and %s past it".formatted(millis(slow), name(), millis(fast)));
  }

  /** Some talks break off. */
  private Evidence lossy(double share) {
    int lost = 0;
    int talks = 0;
    while (talks < LOSSY_TALKS || (lost == 0 && talks < MOST_LOSSY_TALKS)) {
      talks++;
      lost += ProtocolProbe.isPossible(kind, through, TIMEOUT) ? 0 : 1;
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
  private Evidence refused() {
    try {
      ProtocolProbe.with(kind, through, TIMEOUT);
      return new Evidence(false, name() + " lets talks through");
    } catch (ConnectException e) {
      return new Evidence(true, name() + " refuses connections");
    } catch (IOException e) {
      return new Evidence(false, "%s: %s".formatted(name(), e.getMessage()));
    }
  }

  /** Talks succeed, one after the other, and take less than any delay that there was. */
  Evidence sound(Impairment before) {
    Optional<Duration> time = shortest(through, TALKS, TIMEOUT);
    Duration limit = before.delay().isZero() ? TIMEOUT : before.delay();
    return new Evidence(
        time.isPresent() && time.get().compareTo(limit) < 0,
        "a talk takes %s through %s".formatted(millis(time), name()));
  }

  /** The shortest of several, because a busy machine can only make it longer. */
  private Optional<Duration> shortest(int port, int talks, Duration timeout) {
    Duration shortest = null;
    for (int i = 0; i < talks; i++) {
      try {
        Duration time = ProtocolProbe.with(kind, port, timeout);
        shortest = shortest == null || time.compareTo(shortest) < 0 ? time : shortest;
      } catch (IOException e) {
        return Optional.empty();
      }
    }
    return Optional.ofNullable(shortest);
  }

  private String name() {
    return link.caller() + " → " + link.instance();
  }

  private static String millis(Optional<Duration> time) {
    return time.map(value -> String.format(Locale.ROOT, "%.1f ms", value.toNanos() / 1e6))
        .orElse("no answer");
  }
}
