package tasktracker.stack.fault;

import java.time.Duration;

/**
 * The process and its children get only a part of the processor time.
 *
 * @param share what is taken away, between 0 and 1: of 0.9, a tenth is left
 * @param duration how long
 */
public record CpuStarvation(double share, Duration duration) implements Fault {

  /** Checks share and time. */
  public CpuStarvation {
    Lengths.requireShare(share);
    Lengths.requirePositive("duration", duration);
  }

  @Override
  public FaultKind kind() {
    return FaultKind.CPU;
  }

  @Override
  public Duration length() {
    return duration;
  }

  @Override
  public String sentence(String target) {
    return "%s was denied %s of the processor for %s"
        .formatted(target, Lengths.percent(share), Lengths.text(duration));
  }
}
