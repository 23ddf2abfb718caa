package tasktracker.stack.fault;

import java.time.Duration;

/**
 * Connections to the target are cut and new ones refused, while the target itself goes on.
 *
 * @param duration how long
 */
public record Disconnect(Duration duration) implements LinkFault {

  /** Checks the time. */
  public Disconnect {
    Lengths.requirePositive("duration", duration);
  }

  @Override
  public FaultKind kind() {
    return FaultKind.DISCONNECT;
  }

  @Override
  public Duration length() {
    return duration;
  }

  @Override
  public String sentence(String target) {
    return "%s could not be connected to for %s".formatted(target, Lengths.text(duration));
  }
}
