package tasktracker.stack.fault;

import java.time.Duration;

/**
 * Connections to the target are cut at random: whenever a caller opens one or sends something over
 * it, the connection is reset with a probability of {@code share}, before anything is passed on.
 */
@FaultType(name = "loss", effect = "connections to it are reset at random", takesDown = false)
public record Loss(
    @FaultParameter(
            meaning = "share of connections to reset",
            usual = "20%",
            least = "0.01%",
            most = "99.99%",
            option = "--loss")
        double share,
    Duration duration)
    implements LinkFault {

  @Override
  public String sentence(String target) {
    return "%s of what was sent to %s was lost with its connection for %s"
        .formatted(Fault.percent(share), target, Fault.text(duration));
  }
}
