package tasktracker.stack.fault;

import java.time.Duration;

/**
 * What callers send to the target arrives late. The answers come back without delay, so a request
 * and its response take {@code delay} longer, once. The added time is spread evenly from {@code
 * delay - jitter} to {@code delay + jitter}.
 */
@FaultType(name = "latency", effect = "what is sent to it arrives late", takesDown = false)
public record Latency(
    @FaultParameter(
            meaning = "mean delay added to each request",
            usual = "200ms",
            option = "--delay")
        Duration delay,
    @FaultParameter(
            meaning = "how far a delay strays from the mean",
            usual = "50ms",
            least = "0",
            option = "--jitter")
        Duration jitter,
    Duration duration)
    implements LinkFault {

  /** Checks that no delay is negative. */
  public Latency {
    if (jitter.compareTo(delay) > 0) {
      throw new IllegalArgumentException(
          "a jitter of %s is more than the delay of %s"
              .formatted(Fault.text(jitter), Fault.text(delay)));
    }
  }

  @Override
  public String sentence(String target) {
    return "what was sent to %s arrived %s%s late for %s"
        .formatted(
            target,
            Fault.text(delay),
            jitter.isZero() ? "" : " ± " + Fault.text(jitter),
            Fault.text(duration));
  }
}
