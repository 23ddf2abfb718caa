package tasktracker.stack.fault;

import java.time.Duration;

/**
 * The process and its children are killed without warning ({@code SIGKILL}), stay down, and are
 * started again on the same data.
 *
 * @param downtime from their end until the process is started again
 */
public record Kill(Duration downtime) implements Fault {

  /** Checks the time. */
  public Kill {
    Lengths.requirePositive("downtime", downtime);
  }

  @Override
  public FaultKind kind() {
    return FaultKind.KILL;
  }

  @Override
  public Duration length() {
    return downtime;
  }

  @Override
  public String sentence(String target) {
    return "%s was killed (SIGKILL) and started again after %s"
        .formatted(target, Lengths.text(downtime));
  }
}
