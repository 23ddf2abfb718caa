package tasktracker.stack.embedded;

import java.util.List;
import tasktracker.error.UsageException;
import tasktracker.stack.fault.Disturbance;
import tasktracker.stack.fault.FaultTarget;
import tasktracker.stack.fault.LinkFault;
import tasktracker.stack.link.Link;
import tasktracker.stack.link.LinkDisturbance;
import tasktracker.stack.link.LinkProbe;
import tasktracker.stack.link.LinkProxy;

/** Breaks the links of a deployment, which run through a proxy. */
record LinkFaults(DeploymentPlan deployment, StackProcesses members, LinkProxy proxy)
    implements ProcessFaults.LinkBreaker {

  @Override
  public Disturbance disturbance(FaultedProcesses victims, LinkFault fault, FaultTarget target) {
    List<LinkProbe> probes =
        deployment.links().stream()
            .filter(link -> victims.names().contains(link.instance()))
            .map(this::probe)
            .toList();
    if (probes.isEmpty()) {
      throw new UsageException(
          "%s: nobody connects to %s, choose another target"
              .formatted(fault.kind(), target.member()));
    }
    return new LinkDisturbance(proxy, fault, probes, victims::areReady);
  }

  private LinkProbe probe(Link link) {
    return new LinkProbe(
        link, members.named(link.instance()).instance().kind(), link.port(), link.targetPort());
  }
}
