package tasktracker.stack.system;

import static java.util.stream.Collectors.toMap;

import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tasktracker.stack.Instance;
import tasktracker.stack.InstanceCondition;
import tasktracker.stack.Listener;
import tasktracker.stack.PortOwner;
import tasktracker.stack.resource.MachineMemory;
import tasktracker.stack.resource.ProcessTable;
import tasktracker.stack.resource.ProcessUsage;
import tasktracker.stack.resource.UsageSource;

/**
 * The processes that listen at an address, each with all of its descendants, or what has started
 * them as their master; see {@link ServerTree}.
 */
final class ServerProcesses implements Listener {
  private final InetSocketAddress address;
  private final Map<String, Server> servers;

  /**
   * The root of a tree.
   *
   * @param started tells it from a later process of the same id
   */
  private record Server(long pid, Instant started) {
    static Server of(ProcessHandle process) {
      return new Server(process.pid(), process.info().startInstant().orElse(Instant.EPOCH));
    }

    boolean isAlive() {
      return ProcessHandle.of(pid)
          .filter(ProcessHandle::isAlive)
          .filter(process -> of(process).started.equals(started))
          .isPresent();
    }

    String incarnation() {
      return pid + "@" + started;
    }
  }

  private ServerProcesses(InetSocketAddress address, Map<String, Server> servers) {
    this.address = address;
    this.servers = servers;
  }

  /** Those that hold the listening socket now. */
  static ServerProcesses of(InetSocketAddress address, List<PortOwner.Holder> holders) {
    return new ServerProcesses(address, servers(address, holders));
  }

  private static Map<String, Server> servers(
      InetSocketAddress address, List<PortOwner.Holder> holders) {
    Map<String, Server> servers = new LinkedHashMap<>();
    Map<String, Integer> counts = new HashMap<>();
    for (ProcessHandle root : new ServerTree(address.getPort()).roots(holders)) {
      String program = ServerTree.program(root);
      int number = counts.merge(program, 1, Integer::sum);
      servers.put(Instance.names(program, number).getLast(), Server.of(root));
    }
    return servers;
  }

  @Override
  public List<Instance> instances() {
    List<Instance> instances = new ArrayList<>();
    servers.forEach((name, server) ->
        instances.add(new Instance(name, name, Instance.Kind.SERVICE, 0, server.pid())));
    return instances;
  }

  @Override
  public UsageSource usage() {
    return new ProcessUsage(
        () -> Instance.processes(instances()), ProcessTable.ofThisMachine(), MachineMemory.bytes());
  }

  /** One in whose place another one listens counts as started anew. */
  @Override
  public List<InstanceCondition> conditions() {
    Optional<String> successor = Optional.empty();
    if (!servers.values().stream().allMatch(Server::isAlive)) {
      successor =
          servers(address, PortOwner.of(address)).values().stream()
              .filter(server -> !servers.containsValue(server))
              .map(Server::incarnation)
              .findFirst();
    }
    List<InstanceCondition> conditions = new ArrayList<>();
    for (Map.Entry<String, Server> each : servers.entrySet()) {
      boolean alive = each.getValue().isAlive();
      conditions.add(
          new InstanceCondition(
              each.getKey(),
              alive
                  ? each.getValue().incarnation()
                  : successor.orElse(each.getValue().incarnation()),
              alive || successor.isPresent(),
              alive || successor.isPresent()
                  ? ""
                  : "process %d is gone".formatted(each.getValue().pid()),
              0));
    }
    return conditions;
  }

  @Override
  public List<String> lastLines(String instance, int lines) {
    return List.of();
  }

  @Override
  public Map<String, String> incarnations() {
    return servers.entrySet().stream()
        .collect(toMap(Map.Entry::getKey, each -> each.getValue().incarnation()));
  }
}
