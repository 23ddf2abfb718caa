package tasktracker.experiments.experiment;

import java.time.Duration;
import java.util.Optional;
import tasktracker.experiments.resource.ProcessTable;
import tasktracker.experiments.resource.ResourceSampler;
import tasktracker.experiments.stack.Instance;
import tasktracker.experiments.stack.Stack;

/** Looks at the processes of a stack while it is loaded. */
public final class Sampling {
  private Sampling() {}

  /** A sampler of all instances; empty where none is known. */
  public static Optional<ResourceSampler> of(Stack stack, Duration interval) {
    return stack.instances().isEmpty()
        ? Optional.empty()
        : Optional.of(
            new ResourceSampler(
                () -> Instance.processes(stack.instances()),
                interval,
                ProcessTable.ofThisMachine(),
                MachineMemory.bytes()));
  }
}
