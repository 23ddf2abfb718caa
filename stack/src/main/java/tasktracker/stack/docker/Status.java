package tasktracker.stack.docker;

import java.util.List;

/**
 * A container for people to look at.
 *
 * @param instance its name in results
 * @param id its full id
 * @param port the port of this machine that leads to it, 0 without one
 * @param running whether its process lives
 * @param owned whether an experiment started it
 */
public record Status(String instance, String id, int port, boolean running, boolean owned) {

  static Status of(Container container) {
    return new Status(
        container.instance(),
        container.id(),
        container.port().orElse(0),
        container.running(),
        Owner.of(List.of(container)) instanceof Owner.Experiment);
  }

  /** The first twelve digits of the id, as people know it. */
  public String shortId() {
    return id.substring(0, Math.min(12, id.length()));
  }
}
