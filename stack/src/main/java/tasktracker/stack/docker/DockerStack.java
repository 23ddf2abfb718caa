package tasktracker.stack.docker;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tasktracker.error.EnvironmentException;
import tasktracker.stack.Architecture;
import tasktracker.stack.CpuLoan;
import tasktracker.stack.CpuSet;
import tasktracker.stack.DataReset;
import tasktracker.stack.Instance;
import tasktracker.stack.InstanceCondition;
import tasktracker.stack.Stack;
import tasktracker.stack.fault.FaultSurface;
import tasktracker.stack.resource.UsageSource;

/**
 * A running Compose project. If an experiment started it, it is taken down by {@link #close}, by
 * its guardian when the experiment dies, or by the next start. Closing is thread-safe.
 */
public final class DockerStack implements Stack {
  private final Architecture architecture;
  private final List<Container> containers;
  private final Optional<Links> links;
  private final boolean ownData;
  private final Optional<ContainerCpus> cpus;
  private final Runnable takeDown;

  /**
   * A stack that is up.
   *
   * @param links the proxy that its connections run through, if they do
   * @param ownData whether its volumes were made for it, so that what is in them may be deleted
   * @param cpus to what its containers are confined, if the lab does that
   * @param takeDown takes down what was started for it; safe to run twice
   */
  DockerStack(
      Architecture architecture,
      List<Container> containers,
      Optional<Links> links,
      boolean ownData,
      Optional<ContainerCpus> cpus,
      Runnable takeDown) {
    this.architecture = architecture;
    this.containers = containers;
    this.links = links;
    this.ownData = ownData;
    this.cpus = cpus;
    this.takeDown = takeDown;
  }

  @Override
  public String architecture() {
    return architecture.name();
  }

  @Override
  public URI entry() {
    return links
        .map(each -> each.entry(architecture.entry()))
        .orElseGet(() -> Health.url(first(architecture.entry())));
  }

  private Container first(String member) {
    return containers.stream()
        .filter(container -> container.member().equals(member))
        .findFirst()
        .orElseThrow();
  }

  List<Container> services() {
    return containers.stream()
        .filter(each -> each.kind(architecture) == Instance.Kind.SERVICE)
        .toList();
  }

  @Override
  public List<Instance> instances() {
    return containers.stream()
        .map(container ->
            new Instance(
                container.instance(),
                container.member(),
                container.kind(architecture),
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
    return Optional.of(ContainerFaults.of(architecture, containers, links));
  }

  @Override
  public boolean resetData() {
    if (ownData) {
      containers.stream()
          .filter(container -> container.kind(architecture) == Instance.Kind.DATABASE)
          .forEach(this::empty);
    }
    return ownData;
  }

  private void empty(Container container) {
    Psql psql = new Psql(container.id(), architecture.database(container.member()).database());
    DockerCommand.Result result = DockerCommand.work(psql.execute(DataReset.STATEMENTS));
    if (!result.succeeded()) {
      throw new EnvironmentException(
          "cannot empty database %s: %s"
              .formatted(
                  container.instance(),
                  result.err().lines().findFirst().orElse("exit code " + result.status())));
    }
  }

  @Override
  public Optional<CpuSet> processors() {
    return cpus.flatMap(ContainerCpus::set);
  }

  @Override
  public CpuLoan lendAllProcessors() {
    return cpus.map(ContainerCpus::lend).orElse(CpuLoan.NONE);
  }

  /** One that was removed counts as ended, one that was made in its place as started anew. */
  @Override
  public List<InstanceCondition> conditions() {
    Map<String, InstanceCondition> now = new LinkedHashMap<>();
    containers.forEach(each -> now.put(each.instance(), each.removed()));
    Container.of(ComposeFolder.projectOf(architecture.name()))
        .forEach(each -> now.put(each.instance(), each.condition(each.kind(architecture))));
    return List.copyOf(now.values());
  }

  @Override
  public List<String> lastLines(String instance, int lines) {
    return Container.log(containers, instance, lines);
  }

  @Override
  public void close() {
    links.ifPresent(Links::close);
    takeDown.run();
  }
}
