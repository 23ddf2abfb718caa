package tasktracker.stack.docker;

import static java.util.stream.Collectors.toMap;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import tasktracker.stack.Architecture;
import tasktracker.stack.Instance;
import tasktracker.stack.InstanceCondition;
import tasktracker.stack.Listener;
import tasktracker.stack.ServiceSpec;
import tasktracker.stack.fault.FaultSurface;
import tasktracker.stack.resource.UsageSource;

/**
 * The containers behind a published port: the one that the port leads to, and all running ones of
 * its Compose project.
 */
public final class PublishedContainers implements Listener {
  /** Names of images of databases, without registry and tag. */
  private static final Set<String> DATABASES =
      Set.of(
          "postgres",
          "mysql",
          "mariadb",
          "mongo",
          "redis",
          "valkey",
          "memcached",
          "cassandra",
          "cockroach",
          "clickhouse-server",
          "elasticsearch",
          "opensearch");

  private final List<Container> containers;

  PublishedContainers(List<Container> containers) {
    this.containers = List.copyOf(containers);
  }

  /**
   * Those behind a port of this machine; empty where the engine knows of none, or there is no
   * engine.
   *
   * @throws tasktracker.error.EnvironmentException when the engine does not answer
   */
  public static Optional<PublishedContainers> at(int port) {
    return DockerCommand.isInstalled()
        ? Container.publishing(port).stream()
            .findFirst()
            .map(PublishedContainers::withItsProject)
            .filter(found -> !found.isEmpty())
            .map(PublishedContainers::new)
        : Optional.empty();
  }

  private static List<Container> withItsProject(Container container) {
    return container.project().isEmpty() || container.runOnce()
        ? List.of(container)
        : Container.runningIn(container.project());
  }

  @Override
  public List<Instance> instances() {
    return containers.stream()
        .map(each -> new Instance(each.instance(), each.member(), kind(each), 0, each.pid()))
        .toList();
  }

  private static Instance.Kind kind(Container container) {
    String image = container.image().replaceFirst(".*/", "").replaceFirst("[:@].*", "");
    return DATABASES.contains(image) ? Instance.Kind.DATABASE : Instance.Kind.SERVICE;
  }

  @Override
  public UsageSource usage() {
    return ContainerUsage.of(containers);
  }

  /** All of them by the names of their services; a shell mends them should the lab die. */
  @Override
  public Optional<FaultSurface> faults(String system, BooleanSupplier answers) {
    Health health = new Health(container -> container.state().isUp() && answers.getAsBoolean());
    return Optional.of(ContainerFaults.of(architecture(system), containers, health));
  }

  /** Who calls whom is not known of containers that somebody else runs. */
  private Architecture architecture(String system) {
    List<ServiceSpec> services =
        containers.stream()
            .map(Container::member)
            .distinct()
            .map(name -> new ServiceSpec(name, name, 0, true, null, Map.of(), Map.of(), List.of()))
            .toList();
    String entry =
        containers.stream()
            .filter(container -> container.port().isPresent())
            .findFirst()
            .orElse(containers.getFirst())
            .member();
    return new Architecture(system, entry, List.of(), services);
  }

  /**
   * One that was removed counts as ended, one that was made in its place as started anew. Nobody
   * reads the whole logs of databases, which may be old and long.
   */
  @Override
  public List<InstanceCondition> conditions() {
    Map<String, InstanceCondition> now = new LinkedHashMap<>();
    containers.forEach(each -> now.put(each.instance(), each.removed()));
    Container.successors(containers)
        .forEach(each -> {
          if (now.containsKey(each.instance())) {
            now.put(each.instance(), each.condition(Instance.Kind.SERVICE));
          }
        });
    return List.copyOf(now.values());
  }

  @Override
  public List<String> lastLines(String instance, int lines) {
    return Container.log(containers, instance, lines);
  }

  @Override
  public Map<String, String> incarnations() {
    return containers.stream().collect(toMap(Container::instance, Container::incarnation));
  }
}
