package tasktracker.experiments.stack.docker;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import tasktracker.experiments.fault.FaultSurface;
import tasktracker.experiments.resource.UsageSource;
import tasktracker.experiments.stack.Architecture;
import tasktracker.experiments.stack.Instance;
import tasktracker.experiments.stack.Stack;

/**
 * A running Compose project. If an experiment started it, it is taken down by {@link #close}, by
 * the {@link ShellGuard} when the experiment dies, or by the next start. Closing is thread-safe.
 */
public final class DockerStack implements Stack {
  private final Architecture architecture;
  private final List<Container> containers;
  private final Duration startUp;
  private final Runnable takeDown;

  /**
   * A stack that is up.
   *
   * @param takeDown takes down what was started for it; safe to run twice
   */
  DockerStack(
      Architecture architecture, List<Container> containers, Duration startUp, Runnable takeDown) {
    this.architecture = architecture;
    this.containers = containers;
    this.startUp = startUp;
    this.takeDown = takeDown;
  }

  @Override
  public String architecture() {
    return architecture.name();
  }

  @Override
  public URI entry() {
    return Health.url(
        containers.stream()
            .filter(container -> container.member().equals(architecture.entry()))
            .findFirst()
            .orElseThrow());
  }

  @Override
  public List<Instance> instances() {
    Health health = new Health(architecture);
    return containers.stream()
        .map(container ->
            new Instance(
                container.instance(),
                container.member(),
                health.isService(container) ? Instance.Kind.SERVICE : Instance.Kind.DATABASE,
                container.port().orElse(0),
                container.pid()))
        .toList();
  }

  @Override
  public Optional<UsageSource> usage() {
    return Optional.of(ContainerUsage.of(containers));
  }

  @Override
  public Optional<FaultSurface> faults() {
    return Optional.of(new ContainerFaults(architecture, containers));
  }

  /** How long it took from nothing until every service was healthy; zero if it was up already. */
  public Duration startUp() {
    return startUp;
  }

  @Override
  public void close() {
    takeDown.run();
  }
}
