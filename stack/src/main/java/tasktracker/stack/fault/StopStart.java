package tasktracker.stack.fault;

import java.time.Duration;

/**
 * The process is asked to end, stays down, and is started again.
 *
 * @param downtime from its end until it is started again
 */
public record StopStart(Duration downtime) implements Fault {

  /** Checks the time. */
  public StopStart {
    Lengths.requirePositive("downtime", downtime);
  }

  @Override
  public FaultKind kind() {
    return FaultKind.STOP_START;
  }

  @Override
  public Duration length() {
    return downtime;
  }

  @Override
  public String sentence(String target) {
    return "%s was stopped and started again after %s".formatted(target, Lengths.text(downtime));
  }
}
