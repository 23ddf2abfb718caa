package tasktracker.stack.docker;

import java.util.List;
import java.util.Optional;
import tasktracker.error.EnvironmentException;
import tasktracker.stack.Architecture;
import tasktracker.stack.StackOptions;
import tasktracker.stack.StackRuntime;
import tasktracker.stack.link.LinkProxy;

/**
 * Containers that somebody has started. They are measured as they are, so they must be what was
 * asked for.
 *
 * @param containers all of the architecture, which run; none where it is not up
 */
record PresentStack(Architecture architecture, List<Container> containers) {
  private static final double NANOS = 1e9;

  /** Compose files get two digits, of which Compose makes a number of single precision. */
  private static final double ROUNDING = 0.006;

  /**
   * Checks that they are.
   *
   * @throws EnvironmentException naming what they are not
   */
  void require(StackOptions options) {
    require(options.cpuQuota().isEmpty(), "without the CPU budget: ");
    options.cpuPerInstance().ifPresent(this::requireCpuPerInstance);
    int found = containers.stream().mapToInt(Container::number).max().orElse(1);
    require(
        found == options.replicas(),
        "with %d %s of its services: ask for --replicas %d, or "
            .formatted(found, found == 1 ? "instance" : "instances", found));
    require(
        !options.linkProxies() || containers.stream().anyMatch(PresentStack::isProxy),
        "without the proxy that latency needs: ");
  }

  private void requireCpuPerInstance(double cpus) {
    require(
        containers.stream()
            .allMatch(each -> isProxy(each) || Math.abs(each.nanoCpus() / NANOS - cpus) < ROUNDING),
        "without a limit of %s CPUs for each instance: ".formatted(cpus));
  }

  private void require(boolean condition, String otherwise) {
    if (!condition) {
      throw new EnvironmentException(
          "%s is up %stake it down with '%s'"
              .formatted(
                  architecture.name(),
                  otherwise,
                  StackRuntime.downCommand(DockerRuntime.NAME, architecture.name())));
    }
  }

  /**
   * What a measurement of them lacks, as a sentence without its end; empty where it lacks nothing.
   */
  Optional<String> limit(StackOptions options) {
    return options
        .cpus()
        .filter(_ -> containers.stream().anyMatch(each -> !each.cpuset().equals(options.cpus())))
        .map(cpus ->
            "The containers of %s were up already: they are not confined to CPU %s"
                .formatted(architecture.name(), cpus));
  }

  private static boolean isProxy(Container container) {
    return container.member().equals(LinkProxy.NAME);
  }
}
