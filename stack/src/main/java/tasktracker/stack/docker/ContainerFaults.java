package tasktracker.stack.docker;

import java.util.List;
import java.util.Optional;
import tasktracker.error.UsageException;
import tasktracker.stack.Architecture;
import tasktracker.stack.fault.Breakables;
import tasktracker.stack.fault.CpuStarvation;
import tasktracker.stack.fault.Disconnect;
import tasktracker.stack.fault.Disturbance;
import tasktracker.stack.fault.Fault;
import tasktracker.stack.fault.FaultSurface;
import tasktracker.stack.fault.FaultTarget;
import tasktracker.stack.fault.Kill;
import tasktracker.stack.fault.Latency;
import tasktracker.stack.fault.Loss;
import tasktracker.stack.fault.Pause;
import tasktracker.stack.fault.Restart;
import tasktracker.stack.fault.StopStart;

/** What can be done to the containers of a stack. */
record ContainerFaults(Architecture architecture, List<Container> containers, Optional<Links> links)
    implements FaultSurface {

  @Override
  public Breakables breakables() {
    return architecture.breakables(containers.stream().mapToInt(Container::number).max().orElse(1));
  }

  @Override
  public Disturbance disturbance(Fault fault, FaultTarget target) {
    List<String> names = breakables().instances(target);
    List<Container> hit =
        containers.stream()
            .filter(container -> names.contains(container.instance()))
            .map(Container::refreshed)
            .toList();
    List<String> clients = architecture.clients(target.member());
    FaultedContainers affected =
        new FaultedContainers(
            hit,
            containers.stream().filter(container -> clients.contains(container.member())).toList(),
            new Health(architecture));
    return fault instanceof Latency latency
        ? latency(latency, target, affected)
        : new ContainerDisturbance(breakage(fault, target, hit), affected);
  }

  private Disturbance latency(Latency latency, FaultTarget target, FaultedContainers affected) {
    Links proxied =
        links.orElseThrow(() ->
            new UsageException("latency: the links of this stack do not run through a proxy"));
    List<Container> all =
        containers.stream().filter(each -> each.member().equals(target.member())).toList();
    if (affected.hit().size() < all.size()) {
      throw new UsageException(
          "latency with --runtime docker hits all instances of %s: use --instance all"
              .formatted(target.member()));
    }
    return proxied.disturbance(
        latency,
        breakables().callers(target),
        affected.hit().getFirst(),
        affected.hit().getFirst().kind(architecture),
        affected::areReady);
  }

  private static Breakage breakage(Fault fault, FaultTarget target, List<Container> hit) {
    return switch (fault) {
      case Restart _, StopStart _ -> Breakage.stop(hit);
      case Kill _ -> Breakage.kill(hit);
      case Pause _ -> Breakage.pause(hit);
      case CpuStarvation starvation ->
          Breakage.starve(hit, starvation.share(), DockerRuntime.cpus());
      case Disconnect _ -> {
        requireAllCallers(fault, target);
        yield Breakage.disconnect(hit);
      }
      case Loss loss -> {
        requireAllCallers(fault, target);
        yield Breakage.lose(hit, loss.share());
      }
      case Latency _ -> throw new IllegalArgumentException("latency breaks no container");
    };
  }

  private static void requireAllCallers(Fault fault, FaultTarget target) {
    target
        .caller()
        .ifPresent(caller -> {
          throw new UsageException(
              "%s with --runtime docker hits the connections of all callers: leave out '%s'"
                  .formatted(fault.kind(), caller));
        });
  }
}
