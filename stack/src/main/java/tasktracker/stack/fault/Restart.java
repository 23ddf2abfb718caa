package tasktracker.stack.fault;

import java.time.Duration;

/** The process is asked to end, and started again as soon as it has ended. */
public record Restart() implements Fault {

  @Override
  public FaultKind kind() {
    return FaultKind.RESTART;
  }

  @Override
  public Duration length() {
    return Duration.ZERO;
  }

  @Override
  public String sentence(String target) {
    return target + " was restarted";
  }
}
