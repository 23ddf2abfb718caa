package tasktracker.stack.fault;

import java.time.Duration;

/**
 * Connections to the target are cut at random: whenever a caller opens one or sends something over
 * it, the connection is reset with this probability, before anything is passed on.
 *
 * @param share the probability, between 0 and 1
 * @param duration how long
 */
public record Loss(double share, Duration duration) implements LinkFault {

  /** Checks share and time. */
  public Loss {
    Lengths.requireShare(share);
    Lengths.requirePositive("duration", duration);
  }

  @Override
  public FaultKind kind() {
    return FaultKind.LOSS;
  }

  @Override
  public Duration length() {
    return duration;
  }

  @Override
  public String sentence(String target) {
    return "%s of what was sent to %s was lost with its connection for %s"
        .formatted(Lengths.percent(share), target, Lengths.text(duration));
  }
}
