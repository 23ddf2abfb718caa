package tasktracker.stack.docker;

import java.util.List;
import java.util.stream.Stream;

/**
 * The containers that a fault hits.
 *
 * @param hit those that it is done to
 * @param clients services that store in them
 * @param health how to see that they are healthy
 */
record FaultedContainers(List<Container> hit, List<Container> clients, Health health) {

  /** Whether all of them run and say that they are healthy. */
  boolean areReady() {
    return Stream.concat(hit.stream(), clients.stream())
        .map(Container::refreshed)
        .allMatch(container -> container.running() && health.isGood(container));
  }
}
