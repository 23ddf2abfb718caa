package tasktracker.stack.link;

import java.time.Duration;
import tasktracker.stack.fault.Disconnect;
import tasktracker.stack.fault.Latency;
import tasktracker.stack.fault.LinkFault;
import tasktracker.stack.fault.Loss;

/**
 * What is wrong with a link.
 *
 * @param delay mean time by which what the caller sends is held back, once until it is answered
 * @param jitter how far that strays from the mean, evenly
 * @param loss probability that a connection is reset when it is opened or used
 * @param cut whether connections are reset and refused
 */
public record Impairment(Duration delay, Duration jitter, double loss, boolean cut) {
  /** Nothing is wrong. */
  public static final Impairment NONE = new Impairment(Duration.ZERO, Duration.ZERO, 0, false);

  /** What a fault does to a link. */
  public static Impairment of(LinkFault fault) {
    return switch (fault) {
      case Latency latency -> new Impairment(latency.delay(), latency.jitter(), 0, false);
      case Loss loss -> new Impairment(Duration.ZERO, Duration.ZERO, loss.share(), false);
      case Disconnect _ -> new Impairment(Duration.ZERO, Duration.ZERO, 0, true);
    };
  }

  /** Reads what {@link #toString} wrote. */
  static Impairment parse(String text) {
    String[] part = text.split(",");
    return new Impairment(
        Duration.parse(part[0]),
        Duration.parse(part[1]),
        Double.parseDouble(part[2]),
        Boolean.parseBoolean(part[3]));
  }

  @Override
  public String toString() {
    return "%s,%s,%s,%s".formatted(delay, jitter, loss, cut);
  }
}
