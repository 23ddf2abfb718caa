package tasktracker.stack.fault;

import java.time.Duration;

/**
 * The process and its children are killed without warning ({@code SIGKILL}), stay down, and are
 * started again on the same data.
 */
@FaultType(name = "kill", effect = "it is killed (SIGKILL), and started again afterwards")
public record Kill(Duration duration) implements Fault {

  @Override
  public String sentence(String target) {
    return "%s was killed (SIGKILL) and started again after %s"
        .formatted(target, Fault.text(duration));
  }
}
