package tasktracker.stack.docker;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import tasktracker.stack.CpuLoan;
import tasktracker.stack.CpuSet;
import tasktracker.stack.Instance;
import tasktracker.stack.InstanceCondition;
import tasktracker.stack.Stack;
import tasktracker.stack.fault.FaultSurface;
import tasktracker.stack.resource.UsageSource;

/**
 * A compose project of a user that the lab has brought up. It is taken down by {@link #close}, by
 * its guardian when the lab dies, or by the next start. Closing is thread-safe.
 */
public final class ComposeStack implements Stack {
  private final ComposeConfig config;
  private final List<Container> containers;
  private final ComposeHealth health;
  private final ContainerCpus cpus;
  private final PublishedContainers published;
  private final Runnable takeDown;

  ComposeStack(
      ComposeConfig config,
      List<Container> containers,
      ComposeHealth health,
      ContainerCpus cpus,
      Runnable takeDown) {
    this.config = config;
    this.containers = containers;
    this.health = health;
    this.cpus = cpus;
    this.published = new PublishedContainers(containers);
    this.takeDown = takeDown;
  }

  @Override
  public String architecture() {
    return config.project().name();
  }

  private Container first() {
    return containers.stream()
        .filter(container -> container.member().equals(config.project().entry()))
        .findFirst()
        .orElseThrow();
  }

  @Override
  public URI entry() {
    return URI.create("http://127.0.0.1:" + config.project().published(first()).orElseThrow());
  }

  @Override
  public List<Instance> instances() {
    return published.instances();
  }

  @Override
  public Optional<UsageSource> usage() {
    return Optional.of(published.usage());
  }

  @Override
  public Optional<FaultSurface> faults() {
    return Optional.of(
        ContainerFaults.of(config.architecture(), containers, new Health(health::isGood)));
  }

  @Override
  public Optional<CpuSet> processors() {
    return cpus.set();
  }

  @Override
  public CpuLoan lendAllProcessors() {
    return cpus.set().isEmpty() ? CpuLoan.NONE : cpus.lend();
  }

  @Override
  public List<InstanceCondition> conditions() {
    return published.conditions();
  }

  @Override
  public Optional<String> complaint() {
    return health.complaint(first().refreshed());
  }

  @Override
  public List<String> lastLines(String instance, int lines) {
    return published.lastLines(instance, lines);
  }

  @Override
  public void close() {
    takeDown.run();
  }
}
