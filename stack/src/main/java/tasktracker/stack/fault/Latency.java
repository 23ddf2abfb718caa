package tasktracker.stack.fault;

import java.time.Duration;

/**
 * What callers send to the target arrives late. The answers come back without delay, so a request
 * and its response take {@code delay} longer, once.
 *
 * @param delay mean of the added time
 * @param jitter the added time is spread evenly from {@code delay - jitter} to {@code delay +
 *     jitter}
 * @param duration how long
 */
public record Latency(Duration delay, Duration jitter, Duration duration) implements LinkFault {

  /** Checks the times. */
  public Latency {
    Lengths.requirePositive("delay", delay);
    if (jitter.isNegative() || jitter.compareTo(delay) > 0) {
      throw new IllegalArgumentException("jitter must be from 0 to the delay, not " + jitter);
    }
    Lengths.requirePositive("duration", duration);
  }

  @Override
  public FaultKind kind() {
    return FaultKind.LATENCY;
  }

  @Override
  public Duration length() {
    return duration;
  }

  @Override
  public String sentence(String target) {
    return "what was sent to %s arrived %s%s late for %s"
        .formatted(
            target,
            Lengths.text(delay),
            jitter.isZero() ? "" : " ± " + Lengths.text(jitter),
            Lengths.text(duration));
  }
}
