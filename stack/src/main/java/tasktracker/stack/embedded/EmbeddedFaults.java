package tasktracker.stack.embedded;

import java.util.List;
import java.util.Optional;
import tasktracker.error.UsageException;
import tasktracker.stack.StackRuntime;
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
import tasktracker.stack.link.Link;
import tasktracker.stack.link.LinkDisturbance;
import tasktracker.stack.link.LinkProbe;
import tasktracker.stack.link.LinkProxy;

/** What can be broken in an embedded stack. */
final class EmbeddedFaults implements FaultSurface {
  private final DeploymentPlan deployment;
  private final StackProcesses members;
  private final Optional<LinkProxy> proxy;

  EmbeddedFaults(DeploymentPlan deployment, StackProcesses members, Optional<LinkProxy> proxy) {
    this.deployment = deployment;
    this.members = members;
    this.proxy = proxy;
  }

  @Override
  public Breakables breakables() {
    return deployment.breakables();
  }

  @Override
  public Disturbance disturbance(Fault fault, FaultTarget target) {
    List<String> instances = breakables().instances(target);
    FaultedProcesses victims = new FaultedProcesses(deployment, members, instances);
    return switch (fault) {
      case Restart _, StopStart _ -> ProcessEnd.asked(victims);
      case Kill _ -> ProcessEnd.killed(victims);
      case Pause _ -> new PauseDisturbance(victims);
      case CpuStarvation starvation -> new Throttling(victims, starvation);
      case LinkFault linkFault -> linkDisturbance(victims, linkFault, target);
      default -> throw FaultSurface.refusal(fault, StackRuntime.USUAL, "processes cannot have it");
    };
  }

  private Disturbance linkDisturbance(
      FaultedProcesses victims, LinkFault fault, FaultTarget target) {
    List<String> callers = breakables().callers(target);
    LinkProxy control =
        proxy.orElseThrow(() ->
            new UsageException(
                "%s: the links of this stack do not run through proxies".formatted(fault.kind())));
    List<LinkProbe> probes =
        deployment.links().stream()
            .filter(link -> victims.names().contains(link.instance()))
            .filter(link -> callers.contains(link.caller()))
            .map(this::probe)
            .toList();
    if (probes.isEmpty()) {
      throw new UsageException(
          "%s: nobody connects to %s".formatted(fault.kind(), target.member()));
    }
    return new LinkDisturbance(control, fault, probes, victims::areReady);
  }

  private LinkProbe probe(Link link) {
    return new LinkProbe(
        link, members.named(link.instance()).instance().kind(), link.port(), link.targetPort());
  }
}
