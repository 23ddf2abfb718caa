package tasktracker.stack.fault;

import java.time.Duration;

/** The process is asked to end, and started again as soon as it has ended. */
@FaultType(name = "restart", effect = "it is asked to end, and started again at once")
public record Restart() implements Fault {

  @Override
  public Duration duration() {
    return Duration.ZERO;
  }

  @Override
  public String sentence(String target) {
    return target + " was restarted";
  }
}
