package tasktracker.stack.docker;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tasktracker.error.EnvironmentException;
import tasktracker.error.UsageException;
import tasktracker.stack.Architecture;
import tasktracker.stack.Measurer;
import tasktracker.stack.Ports;
import tasktracker.stack.embedded.Installation;

/**
 * Brings up stacks as Compose projects of the engine that {@code docker} talks to, and finds and
 * ends those that run. Thread-safe.
 */
public final class DockerRuntime {
  /** What the memory of a container is: its control group's usage without inactive page cache. */
  public static final String MEMORY_KIND = "cgroup";

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

  /**
   * Checks that an architecture could be brought up or attached to now, and prepares its images.
   * Cleans up after a dead lab.
   *
   * @throws EnvironmentException when something stands in the way
   * @throws UsageException when the options do not suit the architecture
   */
  public void requireReady(Architecture architecture, DockerOptions options) {
    ComposeFolder folder = ComposeFolder.of(deploy, architecture);
    if (options.replicas() > 1 && !architecture.scalable()) {
      throw new UsageException(
          "--replicas %d: %s has no service that can run as several instances; use --replicas 1"
              .formatted(options.replicas(), architecture.name()));
    }
    requireEngine();
    Compose.program();
    List<Container> there = running(folder);
    if (!there.isEmpty() && options.quota().isPresent()) {
      throw new EnvironmentException(
          "%1$s is up without the CPU budget: take it down with './tasktracker stack down %1$s --runtime docker'"
              .formatted(architecture.name()));
    }
    if (!there.isEmpty() && options.linkProxies()) {
      Links.requireIn(there, architecture);
    }
    if (there.isEmpty()) {
      requireFreePorts(architecture);
      StackGroup.of(folder.project()).remove();
      images(folder).prepare();
    }
  }

  private Images images(ComposeFolder folder) {
    return new Images(folder, installation.jars(), installation.state().resolve("image"));
  }

  private TrainedImage trained(ComposeFolder folder) {
    return new TrainedImage(images(folder).ofServices(), folder.architecture());
  }

  /**
   * Whether the services of an architecture have start-up caches from a training run of the images
   * that {@link #requireReady} has prepared.
   */
  public boolean isTrained(Architecture architecture) {
    return trained(ComposeFolder.of(deploy, architecture)).isUpToDate();
  }

  /** What the services of a stack are to learn from. */
  public interface Lesson {
    /**
     * Offers load.
     *
     * @throws InterruptedException when this thread is interrupted; nothing is kept then
     */
    void offer(URI entry) throws InterruptedException;
  }

  /**
   * Brings up an architecture, lets the JVMs of its services learn, and keeps what they learned for
   * every stack of the same image.
   *
   * @throws InterruptedException when this thread is interrupted; nothing is kept then
   * @throws EnvironmentException when something stands in the way
   */
  public void train(Architecture architecture, Map<String, String> environment, Lesson lesson)
      throws InterruptedException {
    ComposeFolder folder = ComposeFolder.of(deploy, architecture);
    DockerOptions options =
        DockerOptions.DEFAULTS
            .withEnvironment(environment)
            .withStartTimeout(UNTRAINED_START)
            .whichTrains();
    try (DockerStack stack = up(architecture, options)) {
      lesson.offer(stack.entry());
      trained(folder).make(stack.services(), installation.state().resolve("image-caches"));
    }
  }

  /** Flags of every service JVM in a stack that has this quota, or none. */
  public static List<String> jvmFlags(Optional<CpuQuota> quota) {
    return Stream.concat(FLAGS_IN_DOCKERFILE.stream(), quota.map(CpuQuota::jvmFlag).stream())
        .toList();
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

  /** How many CPUs the engine has. */
  static int cpus() {
    return Integer.parseInt(DockerCommand.docker("info", "--format", "{{.NCPU}}").strip());
  }

  /**
   * Brings up an architecture on fresh volumes and waits until every service is healthy.
   *
   * @throws EnvironmentException when it is up already or cannot be brought up; nothing that was
   *     started is left running then
   */
  public DockerStack up(Architecture architecture, DockerOptions options) {
    ComposeFolder folder = ComposeFolder.of(deploy, architecture);
    if (!running(folder).isEmpty()) {
      throw new EnvironmentException(
          "%1$s is up already: take it down with './tasktracker stack down %1$s --runtime docker'"
              .formatted(architecture.name()));
    }
    Optional<StackGroup> group = options.quota().map(_ -> StackGroup.of(folder.project()));
    Map<String, String> variables = new HashMap<>(options.variables());
    group.ifPresent(each -> variables.put("STACK_CGROUP", each.parent()));
    TrainedImage trained = trained(folder);
    if (!options.training() && trained.isUpToDate()) {
      variables.put(Images.VARIABLE, trained.name());
    }
    Compose compose =
        options.linkProxies() ? folder.withLinks(variables) : folder.compose(variables);
    long begun = System.nanoTime();
    Deployment deployment = Deployment.begin(compose, group);
    try {
      group.ifPresent(each -> each.create(options.quota().orElseThrow()));
      compose.up();
      List<Container> containers = Container.of(compose.project());
      group.ifPresent(each -> each.requireAround(containers));
      new Health(architecture).await(containers, options.startTimeout());
      if (options.detached()) {
        deployment.release();
      }
      return new DockerStack(
          architecture,
          containers,
          Links.of(containers),
          Duration.ofNanos(System.nanoTime() - begun),
          true,
          Optional.of(new ContainerCpus(containers, options.cpus(), group, options.quota())),
          options.detached() ? () -> {} : deployment::end);
    } catch (RuntimeException e) {
      deployment.end();
      throw e;
    }
  }

  /**
   * The stack that somebody else has started; it is used as it is, and closing it leaves it up.
   *
   * @throws EnvironmentException when a service of it is not healthy
   */
  public DockerStack attach(Architecture architecture, DockerOptions options) {
    List<Container> containers = running(ComposeFolder.of(deploy, architecture));
    new Health(architecture).await(containers, options.startTimeout());
    return new DockerStack(
        architecture,
        containers,
        Links.of(containers),
        Duration.ZERO,
        false,
        Optional.empty(),
        () -> {});
  }

  /** Whether somebody else has started it, so that it can be attached to. */
  public boolean isUp(Architecture architecture) {
    return !running(ComposeFolder.of(deploy, architecture)).isEmpty();
  }

  /** The instances of an architecture that there are, with their state in a word. */
  public List<Status> status(Architecture architecture) {
    return Container.of(ComposeFolder.of(deploy, architecture).project()).stream()
        .map(Status::of)
        .toList();
  }

  /**
   * Checks that no other process measures an architecture: neither the one that started it, nor one
   * that is connected to its entry.
   *
   * @throws EnvironmentException naming that process
   */
  public void requireNotMeasured(Architecture architecture) {
    List<Container> containers = Container.of(ComposeFolder.of(deploy, architecture).project());
    Optional<Measurer> owner =
        Owner.of(containers) instanceof Owner.Experiment experiment && experiment.alive()
            ? Optional.of(new Measurer(experiment.pid()))
            : Optional.empty();
    owner
        .or(() -> Measurer.connectedTo(architecture.entryService().port()))
        .ifPresent(measurer -> {
          throw measurer.refusal(architecture.name());
        });
  }

  /**
   * Takes down a stack, whoever started it, and removes its volumes.
   *
   * @return whether there was one
   */
  public boolean down(Architecture architecture) {
    ComposeFolder folder = ComposeFolder.of(deploy, architecture);
    boolean there = !Container.of(folder.project()).isEmpty();
    if (there) {
      takeDown(folder);
    }
    return there;
  }

  private static void takeDown(ComposeFolder folder) {
    folder.compose(Map.of()).down();
    StackGroup.of(folder.project()).remove();
  }

  /** The last lines that an instance wrote. */
  public List<String> log(Status instance, int lines) {
    DockerCommand.Result log =
        DockerCommand.tryDocker("logs", "--tail", String.valueOf(lines), instance.id());
    return (log.out() + log.err()).lines().toList();
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
    if (Owner.of(containers) instanceof Owner.Experiment experiment) {
      if (experiment.alive()) {
        throw new EnvironmentException(
            "%s is being measured by process %d: wait for it to end"
                .formatted(folder.architecture(), experiment.pid()));
      }
      takeDown(folder);
      return List.of();
    }
    if (!containers.stream().allMatch(Container::running)) {
      throw new EnvironmentException(
          "%1$s is only partly up: start the rest, or take it down with './tasktracker stack down %1$s --runtime docker'"
              .formatted(folder.architecture()));
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
