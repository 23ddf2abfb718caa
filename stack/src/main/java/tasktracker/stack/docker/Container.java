package tasktracker.stack.docker;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import tasktracker.stack.Architecture;
import tasktracker.stack.CpuSet;
import tasktracker.stack.Instance;
import tasktracker.stack.InstanceCondition;
import tasktracker.stack.link.LinkProxy;
import tasktracker.stack.resource.container.Cgroup;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A container as the engine describes it at one moment.
 *
 * @param id its full id
 * @param image name of its image
 * @param project the Compose project that it belongs to, empty where it belongs to none
 * @param member name of the service or database that it is an instance of; its own name where it
 *     belongs to none
 * @param number which instance, from 1
 * @param runOnce whether it is none, but was started for one command ({@code docker compose run})
 * @param owner who started it; see {@link Owner}
 * @param state whether it runs, and how it is
 * @param incarnation another one whenever it was started anew
 * @param pid its first process, 0 while it does not run or where this machine does not show it
 * @param ports the TCP ports that it publishes, and those of this machine that lead to them
 * @param nanoCpus its CPU quota in billionths of a CPU, 0 without one
 * @param quota its CPU quota of either kind: billionths of a CPU, or microseconds of each period
 * @param period of its CPU quota in microseconds, 0 for the usual
 * @param cpuset the processors that it is confined to; empty for all
 * @param networks networks that it is connected to, and the options that connect it as it is
 * @param removedAtEnd whether the engine removes it when it ends
 * @param command arguments of its program
 */
record Container(
    String id,
    String image,
    String project,
    String member,
    int number,
    boolean runOnce,
    String owner,
    ContainerState state,
    String incarnation,
    long pid,
    Map<Integer, Integer> ports,
    long nanoCpus,
    long quota,
    long period,
    Optional<CpuSet> cpuset,
    Map<String, List<String>> networks,
    boolean removedAtEnd,
    List<String> command) {

  private static final JsonMapper JSON = new JsonMapper();
  private static final String PROJECT = "com.docker.compose.project";
  private static final String SERVICE = "com.docker.compose.service";
  private static final String MEMBER = "tasktracker.name";
  private static final String TCP = "/tcp";

  /** All containers of a project of the lab, running or not, members and their numbers in order. */
  static List<Container> of(String project) {
    return inProject(project, "--all", "--filter", "label=" + MEMBER);
  }

  /** The running containers of anybody's project, services and their numbers in order. */
  static List<Container> runningIn(String project) {
    return inProject(project);
  }

  /** Without those of {@code docker compose run}, which are no instances of their services. */
  private static List<Container> inProject(String project, String... filters) {
    List<String> all = new ArrayList<>(List.of("--filter", "label=" + PROJECT + "=" + project));
    all.addAll(List.of(filters));
    return find(all.toArray(String[]::new)).stream().filter(each -> !each.runOnce).toList();
  }

  /** The running containers to which a port of this machine leads. */
  static List<Container> publishing(int port) {
    return find("--filter", "publish=" + port);
  }

  /**
   * What has become of containers: those that are still there, running or not, and those that were
   * made in their places.
   */
  static List<Container> successors(List<Container> before) {
    Container first = before.getFirst();
    return first.project.isEmpty() || first.runOnce
        ? there(List.of(first))
        : inProject(first.project, "--all");
  }

  /** The state now of those of these containers that are still there, running or not. */
  static List<Container> there(List<Container> before) {
    if (before.isEmpty()) {
      return List.of();
    }
    List<String> filters = new ArrayList<>(List.of("--all"));
    before.forEach(container -> filters.addAll(List.of("--filter", "id=" + container.id)));
    return find(filters.toArray(String[]::new));
  }

  private static List<Container> find(String... filters) {
    List<String> command = new ArrayList<>(List.of("ps", "--quiet", "--no-trunc"));
    command.addAll(List.of(filters));
    List<String> ids = DockerCommand.docker(command.toArray(String[]::new)).lines().toList();
    return ids.isEmpty() ? List.of() : inspect(ids);
  }

  Container refreshed() {
    return inspect(List.of(id)).getFirst();
  }

  private static List<Container> inspect(List<String> ids) {
    List<String> arguments = new ArrayList<>(List.of("inspect"));
    arguments.addAll(ids);
    JsonNode all = JSON.readTree(DockerCommand.docker(arguments.toArray(String[]::new)));
    return all.valueStream()
        .map(Container::parse)
        .sorted(Comparator.comparing(Container::member).thenComparingInt(Container::number))
        .toList();
  }

  static Container parse(JsonNode json) {
    JsonNode labels = json.path("Config").path("Labels");
    JsonNode state = json.path("State");
    JsonNode host = json.path("HostConfig");
    JsonNode network = json.path("NetworkSettings");
    return new Container(
        json.path("Id").asString(),
        json.path("Config").path("Image").asString(""),
        labels.path(PROJECT).asString(""),
        memberOf(json, labels),
        Integer.parseInt(labels.path("com.docker.compose.container-number").asString("1")),
        labels.path("com.docker.compose.oneoff").asString("").equals("True"),
        labels.path(Owner.LABEL).asString(""),
        ContainerState.of(state),
        "%s@%s#%d"
            .formatted(
                json.path("Id").asString(),
                state.path("StartedAt").asString(""),
                json.path("RestartCount").asInt()),
        pid(json.path("Id").asString(), state.path("Pid").asLong()),
        ports(network.path("Ports")),
        host.path("NanoCpus").asLong(),
        host.path("NanoCpus").asLong() + Math.max(0, host.path("CpuQuota").asLong()),
        host.path("CpuPeriod").asLong(),
        Optional.of(host.path("CpusetCpus").asString(""))
            .filter(list -> !list.isEmpty())
            .map(CpuSet::parse),
        networks(network.path("Networks")),
        host.path("AutoRemove").asBoolean(false),
        json.path("Config").path("Cmd").valueStream().map(JsonNode::asString).toList());
  }

  private static String memberOf(JsonNode json, JsonNode labels) {
    return Stream.of(labels.path(MEMBER), labels.path(SERVICE), json.path("Name"))
        .filter(JsonNode::isString)
        .map(JsonNode::asString)
        .findFirst()
        .orElseThrow()
        .replaceFirst("^/", "");
  }

  private static long pid(String id, long pid) {
    return Cgroup.holds(pid, id) ? pid : 0;
  }

  /** Ports are keys such as {@code 8000/tcp}, each with the addresses that lead to it. */
  private static Map<Integer, Integer> ports(JsonNode json) {
    Map<Integer, Integer> ports = new LinkedHashMap<>();
    json.forEachEntry((inner, bindings) -> {
      if (inner.endsWith(TCP) && !bindings.isEmpty()) {
        ports.put(
            Integer.parseInt(inner.substring(0, inner.length() - TCP.length())),
            Integer.parseInt(bindings.path(0).path("HostPort").asString()));
      }
    });
    return ports;
  }

  /** The first port of this machine that leads to it. */
  OptionalInt port() {
    return ports.values().stream().mapToInt(Integer::intValue).findFirst();
  }

  private static Map<String, List<String>> networks(JsonNode networks) {
    Map<String, List<String>> connections = new LinkedHashMap<>();
    networks.forEachEntry((name, network) -> {
      List<String> options = new ArrayList<>();
      network
          .path("Aliases")
          .forEach(alias -> options.addAll(List.of("--alias", alias.asString())));
      String address = network.path("IPAMConfig").path("IPv4Address").asString("");
      if (!address.isEmpty()) {
        options.addAll(List.of("--ip", address));
      }
      connections.put(name, List.copyOf(options));
    });
    return connections;
  }

  boolean running() {
    return state.running();
  }

  boolean paused() {
    return state.paused();
  }

  /** The name that it has in results: that of its member, with its number from 2 on. */
  String instance() {
    return Instance.names(member, number).getLast();
  }

  Instance.Kind kind(Architecture architecture) {
    if (member.equals(LinkProxy.NAME)) {
      return Instance.Kind.PROXY;
    }
    return architecture.services().stream().anyMatch(service -> service.name().equals(member))
        ? Instance.Kind.SERVICE
        : Instance.Kind.DATABASE;
  }

  /** Its condition now; that of a database tells of recoveries, as its log does. */
  InstanceCondition condition(Instance.Kind kind) {
    return new InstanceCondition(
        instance(),
        incarnation,
        running(),
        state.end(),
        kind == Instance.Kind.DATABASE ? InstanceCondition.recoveries(log("all")) : 0);
  }

  /** Its condition once it has been removed. */
  InstanceCondition removed() {
    return new InstanceCondition(instance(), incarnation, false, "removed", 0);
  }

  /** The last lines that one of these wrote; none where it is none of them. */
  static List<String> log(List<Container> containers, String instance, int lines) {
    return containers.stream()
        .filter(each -> each.instance().equals(instance))
        .findFirst()
        .map(each -> each.log(String.valueOf(lines)))
        .orElse(List.of());
  }

  /** The last lines that it wrote: a number of them, or {@code all}. */
  List<String> log(String lines) {
    DockerCommand.Result log = DockerCommand.tryDocker(as("logs", "--tail", lines));
    return (log.out() + log.err()).lines().toList();
  }

  /** The first twelve digits, as people know it. */
  String shortId() {
    return id.substring(0, Math.min(12, id.length()));
  }

  /** Arguments of a {@code docker} command that ends with this container. */
  String[] as(String... command) {
    String[] arguments = Arrays.copyOf(command, command.length + 1);
    arguments[command.length] = id;
    return arguments;
  }
}
