package tasktracker.stack.fault;

import java.time.Duration;

/**
 * The process and its children stand still ({@code SIGSTOP}) and then go on: connections stay open,
 * and nothing answers.
 *
 * @param duration how long
 */
public record Pause(Duration duration) implements Fault {

  /** Checks the time. */
  public Pause {
    Lengths.requirePositive("duration", duration);
  }

  @Override
  public FaultKind kind() {
    return FaultKind.PAUSE;
  }

  @Override
  public Duration length() {
    return duration;
  }

  @Override
  public String sentence(String target) {
    return "%s stood still for %s".formatted(target, Lengths.text(duration));
  }
}
