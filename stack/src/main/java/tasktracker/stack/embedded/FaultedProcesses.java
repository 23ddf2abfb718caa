package tasktracker.stack.embedded;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import tasktracker.stack.HealthProbe;
import tasktracker.stack.Instance;
import tasktracker.stack.ProtocolProbe;

/**
 * The instances that a fault hits.
 *
 * @param names their names
 */
record FaultedProcesses(DeploymentPlan deployment, StackProcesses members, List<String> names) {
  private static final Duration PROBE_TIMEOUT = Duration.ofSeconds(2);

  /** The instances as they are now. */
  List<Instance> instances() {
    return names.stream().map(name -> members.named(name).instance()).toList();
  }

  /** All processes of all of them. */
  List<Long> processes() {
    return instances().stream()
        .map(Instance::pid)
        .flatMap(pid -> ProcessTree.of(pid).stream())
        .toList();
  }

  /** Their names with a figure of each, as evidence shows them. */
  String with(String unit, ToLongFunction<Instance> figure) {
    return String.join(
        ", ",
        instances().stream()
            .map(instance ->
                "%s (%s %d)".formatted(instance.name(), unit, figure.applyAsLong(instance)))
            .toList());
  }

  /** Whether they, and the services that store in them, say that they are healthy. */
  boolean areReady() {
    return instances().stream()
        .flatMap(victim -> Stream.concat(Stream.of(victim), clients(victim)))
        .allMatch(FaultedProcesses::isHealthy);
  }

  private Stream<Instance> clients(Instance victim) {
    List<String> services = deployment.architecture().clients(victim.service());
    return members.instances().stream().filter(each -> services.contains(each.service()));
  }

  private static boolean isHealthy(Instance instance) {
    return switch (instance.kind()) {
      case SERVICE ->
          HealthProbe.ask(URI.create("http://127.0.0.1:" + instance.port()), PROBE_TIMEOUT)
              .healthy();
      case DATABASE -> ProtocolProbe.isPossible(instance.kind(), instance.port(), PROBE_TIMEOUT);
      case PROXY -> true;
    };
  }
}
