package tasktracker.stack.fault;

import java.time.Duration;

/** Connections to the target are cut and new ones refused, while the target itself goes on. */
@FaultType(name = "disconnect", effect = "all connections to it are cut, and new ones refused")
public record Disconnect(Duration duration) implements LinkFault {

  @Override
  public String sentence(String target) {
    return "%s could not be connected to for %s".formatted(target, Fault.text(duration));
  }
}
