package tasktracker.stack.fault;

import java.time.Duration;

/**
 * The process and its children get only a part of the processor time: of a {@code share} of 0.9
 * that is taken away, a tenth is left.
 */
@FaultType(name = "cpu", effect = "it goes without a share of its CPU time", takesDown = false)
public record CpuStarvation(
    @FaultParameter(
            meaning = "share of the CPU time to take away",
            usual = "90%",
            least = "0.01%",
            most = "99.99%",
            option = "--starve")
        double share,
    Duration duration)
    implements Fault {

  @Override
  public String sentence(String target) {
    return "%s was denied %s of the processor for %s"
        .formatted(target, Fault.percent(share), Fault.text(duration));
  }
}
