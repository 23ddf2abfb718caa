package tasktracker.stack.docker;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tasktracker.error.EnvironmentException;
import tasktracker.stack.Architecture;
import tasktracker.stack.ArchitectureCatalog;
import tasktracker.stack.Measurer;
import tasktracker.stack.Ports;
import tasktracker.stack.StackOptions;
import tasktracker.stack.StackRuntime;
import tasktracker.stack.embedded.Installation;
import tasktracker.stack.embedded.StackOwner;
import tasktracker.stack.fault.Fault;
import tasktracker.stack.fault.Latency;

/**
 * Brings up stacks as Compose projects of the engine that {@code docker} talks to, and finds and
 * ends those that run. Thread-safe.
 */
public final class DockerRuntime implements StackRuntime {
  static final String NAME = "docker";

  /** How long a stack with caches may take to become healthy. */
  private static final Duration USUAL_START = Duration.ofMinutes(3);

  /** A stack without caches on a small machine that does something else too. */
  private static final Duration UNTRAINED_START = Duration.ofMinutes(4);

  private static final List<String> FLAGS_IN_DOCKERFILE =
      List.of(
          "-XX:+UseSerialGC",
          "-XX:InitialRAMPercentage=8.34",
          "-XX:MinRAMPercentage=66.67",
          "-XX:MaxRAMPercentage=66.67",
          "-XX:+ExitOnOutOfMemoryError");

  private final Path deploy;
  private final Installation installation;

  /** A runtime for this checkout. */
  public DockerRuntime(Installation installation) {
    this.installation = installation;
    this.deploy = installation.state().resolveSibling("deploy").resolve("docker");
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public void requireReady(Architecture architecture, StackOptions options) {
    ComposeFolder folder = ComposeFolder.of(deploy, architecture);
    architecture.requireReplicas(options.replicas());
    requireEngine();
    Compose.program();
    List<Container> there = running(folder);
    if (there.isEmpty()) {
      requireFreePorts(architecture);
      StackGroup.of(folder.project()).remove();
      images(folder).prepare();
    } else {
      new PresentStack(architecture, there).require(options);
    }
  }

  @Override
  public Optional<String> limit(Architecture architecture, StackOptions options) {
    List<Container> there = running(ComposeFolder.of(deploy, architecture));
    return new PresentStack(architecture, there).limit(options);
  }

  private Images images(ComposeFolder folder) {
    return new Images(folder, installation.jars(), installation.state().resolve("image"));
  }

  private TrainedImage trained(ComposeFolder folder) {
    return new TrainedImage(images(folder).ofServices(), folder.architecture());
  }

  /** From a training run of the images that {@link #requireReady} has prepared. */
  @Override
  public boolean isTrained(Architecture architecture) {
    return trained(ComposeFolder.of(deploy, architecture)).isUpToDate();
  }

  @Override
  public void train(Architecture architecture, Map<String, String> environment, Lesson lesson)
      throws InterruptedException {
    ComposeFolder folder = ComposeFolder.of(deploy, architecture);
    StackOptions options =
        StackOptions.DEFAULTS
            .withEnvironment(environment)
            .withStartTimeout(UNTRAINED_START)
            .whichTrains();
    try (DockerStack stack = up(architecture, options)) {
      lesson.offer(stack.entry());
      trained(folder).make(stack.services(), installation.state().resolve("image-caches"));
    }
  }

  @Override
  public List<String> jvmFlags(StackOptions options) {
    return Stream.concat(
            FLAGS_IN_DOCKERFILE.stream(), CpuQuota.of(options).map(CpuQuota::jvmFlag).stream())
        .toList();
  }

  /** A control group's usage without inactive page cache. */
  @Override
  public String memoryKind() {
    return "cgroup";
  }

  @Override
  public Optional<String> databaseVersion() {
    return ArchitectureCatalog.BUILT_IN.stream()
        .map(name -> ComposeFolder.of(deploy, ArchitectureCatalog.find(name)))
        .flatMap(folder -> images(folder).databaseVersion().stream())
        .findFirst();
  }

  /** Only latency: connections between containers are cut by their networks. */
  @Override
  public boolean needsLinkProxies(Fault fault) {
    return fault instanceof Latency;
  }

  /**
   * Checks that docker is installed and its daemon answers.
   *
   * @throws EnvironmentException when not
   */
  public static void requireEngine() {
    if (!DockerCommand.isInstalled()) {
      throw new EnvironmentException(
          "docker is not installed: install Docker Engine or Docker Desktop, or use --runtime"
              + " embedded");
    }
    DockerCommand.docker("version", "--format", "{{.Server.Version}}");
  }

  static int cpus() {
    return Integer.parseInt(DockerCommand.docker("info", "--format", "{{.NCPU}}").strip());
  }

  @Override
  public DockerStack up(Architecture architecture, StackOptions options) {
    ComposeFolder folder = ComposeFolder.of(deploy, architecture);
    if (!running(folder).isEmpty()) {
      throw new EnvironmentException(
          "%s is up already: take it down with '%s'"
              .formatted(architecture.name(), StackRuntime.downCommand(NAME, architecture.name())));
    }
    Optional<CpuQuota> quota = CpuQuota.of(options);
    Optional<StackGroup> group = quota.map(_ -> StackGroup.of(folder.project()));
    Map<String, String> variables = ComposeVariables.of(options);
    group.ifPresent(each -> variables.put("STACK_CGROUP", each.parent()));
    TrainedImage trained = trained(folder);
    if (!options.training() && trained.isUpToDate()) {
      variables.put(Images.VARIABLE, trained.name());
    }
    Compose compose =
        options.linkProxies() ? folder.withLinks(variables) : folder.compose(variables);
    OwnedProject deployment = OwnedProject.begin(compose, group);
    try {
      group.ifPresent(each -> each.create(quota.orElseThrow()));
      compose.up();
      List<Container> containers = Container.of(compose.project());
      group.ifPresent(each -> each.requireAround(containers));
      Health.of(architecture).await(containers, options.startTimeout().orElse(USUAL_START));
      if (options.detached()) {
        deployment.release();
      }
      return new DockerStack(
          architecture,
          containers,
          Links.of(containers),
          true,
          Optional.of(new ContainerCpus(containers, options.cpus(), group, quota)),
          options.detached() ? () -> {} : deployment::end);
    } catch (RuntimeException e) {
      deployment.end();
      throw e;
    }
  }

  @Override
  public boolean measuresWhatIsUp() {
    return true;
  }

  /** What somebody has started is used as it is, when all of its services are healthy. */
  @Override
  public DockerStack use(Architecture architecture, StackOptions options) {
    List<Container> containers = running(ComposeFolder.of(deploy, architecture));
    if (containers.isEmpty()) {
      return up(architecture, options);
    }
    Health.of(architecture).await(containers, options.startTimeout().orElse(USUAL_START));
    return new DockerStack(
        architecture, containers, Links.of(containers), false, Optional.empty(), () -> {});
  }

  @Override
  public boolean isUp(Architecture architecture) {
    return !running(ComposeFolder.of(deploy, architecture)).isEmpty();
  }

  @Override
  public Optional<Status> status(Architecture architecture) {
    List<Container> containers = containers(architecture);
    return containers.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Status(
                Owner.of(containers).isPresent(),
                containers.stream().map(DockerRuntime::member).toList()));
  }

  private List<Container> containers(Architecture architecture) {
    requireEngine();
    return Container.of(ComposeFolder.of(deploy, architecture).project());
  }

  private static Member member(Container container) {
    return new Member(
        container.instance(),
        container.port().orElse(0),
        "container " + container.shortId(),
        container.running());
  }

  @Override
  public Optional<Measurer> owner(Architecture architecture) {
    return Owner.of(containers(architecture))
        .filter(StackOwner::alive)
        .map(owner -> new Measurer(owner.pid()));
  }

  @Override
  public boolean down(Architecture architecture) {
    ComposeFolder folder = ComposeFolder.of(deploy, architecture);
    boolean there = !containers(architecture).isEmpty();
    if (there) {
      takeDown(folder);
    }
    return there;
  }

  private static void takeDown(ComposeFolder folder) {
    folder.compose(Map.of()).down();
    StackGroup.of(folder.project()).remove();
  }

  @Override
  public List<String> logged(Architecture architecture) {
    return containers(architecture).stream().map(Container::instance).toList();
  }

  @Override
  public List<String> log(Architecture architecture, String instance, int lines) {
    return Container.log(containers(architecture), instance, lines);
  }

  /**
   * The running containers of a project that a person has started. What a dead lab left is removed;
   * containers that were stopped by hand are in the way, and their data may be dear.
   */
  private static List<Container> running(ComposeFolder folder) {
    List<Container> containers = Container.of(folder.project());
    if (containers.isEmpty()) {
      return containers;
    }
    Optional<StackOwner> owner = Owner.of(containers);
    if (owner.isPresent()) {
      if (owner.get().alive()) {
        throw owner.get().refusal(folder.architecture());
      }
      takeDown(folder);
      return List.of();
    }
    if (!containers.stream().allMatch(Container::running)) {
      throw new EnvironmentException(
          "%s is only partly up: start the rest, or take it down with '%s'"
              .formatted(
                  folder.architecture(), StackRuntime.downCommand(NAME, folder.architecture())));
    }
    return containers;
  }

  private static void requireFreePorts(Architecture architecture) {
    architecture.databases().forEach(each -> Ports.requireFree(each.name(), each.port()));
    architecture.services().stream()
        .filter(service -> !service.scalable())
        .forEach(each -> Ports.requireFree(each.name(), each.port()));
  }
}
