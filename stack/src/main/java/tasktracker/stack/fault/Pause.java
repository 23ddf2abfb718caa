package tasktracker.stack.fault;

import java.time.Duration;

/**
 * The process and its children stand still ({@code SIGSTOP}) and then go on: connections stay open,
 * and nothing answers.
 */
@FaultType(name = "pause", effect = "it stands still, with its connections open")
public record Pause(Duration duration) implements Fault {

  @Override
  public String sentence(String target) {
    return "%s stood still for %s".formatted(target, Fault.text(duration));
  }
}
