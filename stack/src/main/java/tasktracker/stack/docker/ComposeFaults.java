package tasktracker.stack.docker;

import java.util.List;
import java.util.Optional;
import tasktracker.error.UsageException;
import tasktracker.stack.Architecture;
import tasktracker.stack.fault.Breakable;
import tasktracker.stack.fault.Breakables;
import tasktracker.stack.fault.Disturbance;
import tasktracker.stack.fault.Fault;
import tasktracker.stack.fault.FaultSurface;
import tasktracker.stack.fault.FaultTarget;
import tasktracker.stack.fault.Kill;
import tasktracker.stack.fault.Loss;
import tasktracker.stack.fault.Restart;
import tasktracker.stack.fault.StopStart;

/**
 * What can be done to the containers of a project of a user: all that can be done to containers,
 * where the lab knows enough of them.
 */
record ComposeFaults(ContainerFaults faults, List<Container> containers) implements FaultSurface {

  /** That of these containers, whose services are those of the architecture. */
  static ComposeFaults of(Architecture architecture, List<Container> containers, Health health) {
    List<Breakable> members =
        architecture.breakables(1).members().stream()
            .map(member ->
                new Breakable(
                    member.name(), instances(containers, member.name()), member.callers()))
            .filter(member -> !member.instances().isEmpty())
            .toList();
    Breakables breakables = new Breakables(architecture.name(), members);
    return new ComposeFaults(
        new ContainerFaults(architecture, breakables, containers, Optional.empty(), health),
        containers);
  }

  private static List<String> instances(List<Container> containers, String member) {
    return containers.stream()
        .filter(container -> container.member().equals(member))
        .map(Container::instance)
        .toList();
  }

  @Override
  public Breakables breakables() {
    return faults.breakables();
  }

  /**
   * Connections are cut by the port that they lead to, which published ports alone tell. What the
   * engine removes when it ends cannot be started again.
   */
  @Override
  public Disturbance disturbance(Fault fault, FaultTarget target) {
    List<String> names = breakables().instances(target);
    List<Container> hit =
        containers.stream().filter(container -> names.contains(container.instance())).toList();
    UsageException.unless(
        !(fault instanceof Loss) || hit.stream().allMatch(each -> !each.ports().isEmpty()),
        "%s: %s publishes no port, by which its connections could be told",
        fault.kind(),
        target.member());
    UsageException.unless(
        !endsProcesses(fault) || hit.stream().noneMatch(Container::removedAtEnd),
        "%s: %s was started with --rm and would be removed; start it without, or choose pause",
        fault.kind(),
        target.member());
    return faults.disturbance(fault, target);
  }

  private static boolean endsProcesses(Fault fault) {
    return fault instanceof Kill || fault instanceof Restart || fault instanceof StopStart;
  }
}
