package tasktracker.stack.docker;

import java.util.List;
import tasktracker.error.UsageException;
import tasktracker.stack.fault.Breakables;
import tasktracker.stack.fault.Disturbance;
import tasktracker.stack.fault.Fault;
import tasktracker.stack.fault.FaultSurface;
import tasktracker.stack.fault.FaultTarget;
import tasktracker.stack.fault.Loss;

/**
 * What can be done to the containers of a project of a user: all that can be done to containers,
 * where the lab knows enough of them.
 */
record ComposeFaults(ContainerFaults faults, List<Container> containers) implements FaultSurface {

  @Override
  public Breakables breakables() {
    return faults.breakables();
  }

  /** Connections are cut by the port that they lead to, which published ports alone tell. */
  @Override
  public Disturbance disturbance(Fault fault, FaultTarget target) {
    boolean known =
        containers.stream()
            .filter(container -> container.member().equals(target.member()))
            .allMatch(container -> container.innerPort() > 0);
    UsageException.unless(
        known || !(fault instanceof Loss),
        "%s: %s publishes no port, by which its connections could be told",
        fault.kind(),
        target.member());
    return faults.disturbance(fault, target);
  }
}
