package tasktracker.stack.embedded;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import tasktracker.error.UsageException;
import tasktracker.stack.fault.Breakables;
import tasktracker.stack.fault.CpuStarvation;
import tasktracker.stack.fault.Disturbance;
import tasktracker.stack.fault.Fault;
import tasktracker.stack.fault.FaultSurface;
import tasktracker.stack.fault.FaultTarget;
import tasktracker.stack.fault.Kill;
import tasktracker.stack.fault.LinkFault;
import tasktracker.stack.fault.Pause;
import tasktracker.stack.fault.Restart;
import tasktracker.stack.fault.StopStart;

/**
 * What can be broken in a stack of processes.
 *
 * @param breakables its members
 * @param members its processes
 * @param dependents the services that need a member to be healthy themselves
 * @param links breaks the connections between them
 */
record ProcessFaults(
    Breakables breakables,
    StackProcesses members,
    Function<String, Set<String>> dependents,
    LinkBreaker links)
    implements FaultSurface {

  @FunctionalInterface
  interface LinkBreaker {
    /** Where there are no proxies on any link. */
    LinkBreaker NONE =
        (_, fault, _) -> {
          throw new UsageException(
              "%s: the links of this stack do not run through proxies".formatted(fault.kind()));
        };

    Disturbance disturbance(FaultedProcesses victims, LinkFault fault, FaultTarget target);
  }

  @Override
  public Disturbance disturbance(Fault fault, FaultTarget target) {
    List<String> instances = breakables.instances(target);
    FaultedProcesses victims =
        new FaultedProcesses(members, instances, dependents.apply(target.member()));
    return switch (fault) {
      case Restart _, StopStart _ -> ProcessEnd.asked(victims);
      case Kill _ -> ProcessEnd.killed(victims);
      case Pause _ -> new PauseDisturbance(victims);
      case CpuStarvation starvation -> new Throttling(victims, starvation);
      case LinkFault linkFault -> links.disturbance(victims, linkFault, target);
    };
  }
}
