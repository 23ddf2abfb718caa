package tasktracker.stack.docker;

import java.util.List;
import java.util.Optional;
import tasktracker.stack.embedded.StackOwner;

/** Who started a container, as a label of it says: a lab, or else a person. */
final class Owner {
  static final String LABEL = "tasktracker.owner";
  static final String VARIABLE = "TASKTRACKER_OWNER";
  static final String DETACHED = "detached";

  private Owner() {}

  /** The lab that has started them, and takes them down when it ends; empty for a person. */
  static Optional<StackOwner> of(List<Container> containers) {
    return containers.stream()
        .flatMap(container -> StackOwner.parse(container.owner()).stream())
        .findFirst();
  }
}
