package tasktracker.stack.docker;

import java.util.List;
import java.util.Optional;
import tasktracker.error.UsageException;
import tasktracker.stack.Architecture;
import tasktracker.stack.fault.Breakable;
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

/** What can be done to the containers of a stack, where the lab knows enough of them. */
record ContainerFaults(
    Architecture architecture,
    Breakables breakables,
    List<Container> containers,
    Optional<Links> links,
    Health health)
    implements FaultSurface {

  static ContainerFaults of(
      Architecture architecture, List<Container> containers, Optional<Links> links) {
    int replicas = containers.stream().mapToInt(Container::number).max().orElse(1);
    return new ContainerFaults(
        architecture,
        architecture.breakables(replicas),
        containers,
        links,
        Health.of(architecture));
  }

  /** That of containers of others, whose services are those of the architecture. */
  static ContainerFaults of(Architecture architecture, List<Container> containers, Health health) {
    List<Breakable> members =
        architecture.breakables(1).members().stream()
            .map(member ->
                new Breakable(
                    member.name(), instances(containers, member.name()), member.callers()))
            .filter(member -> !member.instances().isEmpty())
            .toList();
    return new ContainerFaults(
        architecture,
        new Breakables(architecture.name(), members),
        containers,
        Optional.empty(),
        health);
  }

  private static List<String> instances(List<Container> containers, String member) {
    return containers.stream()
        .filter(container -> container.member().equals(member))
        .map(Container::instance)
        .toList();
  }

  @Override
  public Disturbance disturbance(Fault fault, FaultTarget target) {
    List<String> names = breakables().instances(target);
    List<Container> meant =
        containers.stream().filter(container -> names.contains(container.instance())).toList();
    requirePossible(fault, target, meant);
    List<Container> hit = meant.stream().map(Container::refreshed).toList();
    List<String> clients = architecture.clients(target.member());
    FaultedContainers affected =
        new FaultedContainers(
            hit,
            containers.stream().filter(container -> clients.contains(container.member())).toList(),
            health);
    return switch (fault) {
      case Restart _, StopStart _ -> new ContainerDisturbance(Breakage.stop(hit), affected);
      case Kill _ -> new ContainerDisturbance(Breakage.kill(hit), affected);
      case Pause _ -> new ContainerDisturbance(Breakage.pause(hit), affected);
      case CpuStarvation(double share, _) ->
          new ContainerDisturbance(Breakage.starve(hit, share, DockerRuntime.cpus()), affected);
      case Disconnect _ -> new ContainerDisturbance(Breakage.disconnect(hit), affected);
      case Loss loss -> new ContainerDisturbance(lose(hit, loss), affected);
      case Latency latency -> latency(latency, target, affected);
    };
  }

  /**
   * Connections are cut by the port that they lead to, which published ports alone tell. What the
   * engine removes when it ends cannot be started again.
   */
  private static void requirePossible(Fault fault, FaultTarget target, List<Container> hit) {
    UsageException.unless(
        !(fault instanceof Loss) || hit.stream().allMatch(each -> !each.ports().isEmpty()),
        "%s: %s publishes no port, by which its connections could be told",
        fault.kind(),
        target.member());
    boolean ends = fault instanceof Kill || fault instanceof Restart || fault instanceof StopStart;
    UsageException.unless(
        !ends || hit.stream().noneMatch(Container::removedAtEnd),
        "%s: %s was started with --rm and would be removed; start it without, or choose pause",
        fault.kind(),
        target.member());
  }

  /** Whoever has the number of a process elsewhere must not be hit here. */
  private static Breakage lose(List<Container> hit, Loss loss) {
    for (Container container : hit) {
      if (container.running() && container.pid() == 0) {
        throw refusal(
            loss,
            "the processes of %s are not those of this machine, whose iptables it takes"
                .formatted(container.instance()));
      }
    }
    return Breakage.lose(hit, loss.share());
  }

  private Disturbance latency(Latency latency, FaultTarget target, FaultedContainers affected) {
    Links proxied =
        links.orElseThrow(() -> refusal(latency, "the links of this stack run through no proxy"));
    List<Container> all =
        containers.stream().filter(each -> each.member().equals(target.member())).toList();
    if (affected.hit().size() < all.size()) {
      throw refusal(
          latency, "all instances of %s are hit: use --instance all".formatted(target.member()));
    }
    return proxied.disturbance(
        latency,
        affected.hit().getFirst(),
        affected.hit().getFirst().kind(architecture),
        affected::areReady);
  }

  private static UsageException refusal(Fault fault, String reason) {
    return new UsageException("fault %s of containers: %s".formatted(fault.kind(), reason));
  }
}
