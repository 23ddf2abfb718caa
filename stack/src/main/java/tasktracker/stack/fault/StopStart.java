package tasktracker.stack.fault;

import java.time.Duration;

/** The process is asked to end, stays down, and is started again. */
@FaultType(name = "stop-start", effect = "it is asked to end, and started again afterwards")
public record StopStart(Duration duration) implements Fault {

  @Override
  public String sentence(String target) {
    return "%s was stopped and started again after %s".formatted(target, Fault.text(duration));
  }
}
