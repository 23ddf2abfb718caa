package tasktracker.stack.embedded;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tasktracker.error.UsageException;
import tasktracker.stack.Architecture;
import tasktracker.stack.DatabaseSpec;
import tasktracker.stack.Instance;
import tasktracker.stack.Ports;
import tasktracker.stack.ServiceSpec;
import tasktracker.stack.fault.Breakable;
import tasktracker.stack.fault.Breakables;
import tasktracker.stack.link.Link;

/**
 * An architecture with a place for every instance: names and ports, decided before anything starts.
 *
 * @param architecture what is deployed
 * @param replicas instances of every scalable service
 * @param placements every service instance, in the order of the services
 * @param links the connections that run through proxies; none where faults of links are not wanted
 */
record DeploymentPlan(
    Architecture architecture, int replicas, List<Placement> placements, List<Link> links) {

  /** A service instance, its name and its port. */
  record Placement(ServiceSpec service, String name, int port) {
    String url() {
      return DeploymentPlan.url(port);
    }
  }

  /**
   * Gives every instance a name and a port.
   *
   * @throws UsageException when replicas are asked of an architecture that cannot have them
   */
  static DeploymentPlan plan(Architecture architecture, int replicas) {
    architecture.requireReplicas(replicas);
    Set<Integer> fixed = new HashSet<>();
    architecture.databases().forEach(database -> fixed.add(database.port()));
    architecture.services().forEach(service -> fixed.add(service.port()));
    long scalable = architecture.services().stream().filter(ServiceSpec::scalable).count();
    Iterator<Integer> free = Ports.free((int) scalable * (replicas - 1), fixed).iterator();

    List<Placement> placements = new ArrayList<>();
    for (ServiceSpec service : architecture.services()) {
      for (String name : Instance.names(service.name(), service.scalable() ? replicas : 1)) {
        int port = name.equals(service.name()) ? service.port() : free.next();
        placements.add(new Placement(service, name, port));
      }
    }
    return new DeploymentPlan(architecture, replicas, List.copyOf(placements), List.of());
  }

  /** The same with every connection led through a proxy. */
  DeploymentPlan withLinks() {
    Map<String, Integer> ports = new HashMap<>();
    placements.forEach(placement -> ports.put(placement.name(), placement.port()));
    architecture.databases().forEach(database -> ports.put(database.name(), database.port()));
    List<Link> planned = new ArrayList<>();
    for (Breakable member : breakables().members()) {
      for (String caller : member.callers()) {
        for (String instance : member.instances()) {
          planned.add(Link.local(caller, instance, 0, ports.get(instance)));
        }
      }
    }
    Iterator<Integer> free = Ports.free(planned.size(), Set.copyOf(ports.values())).iterator();
    return new DeploymentPlan(
        architecture,
        replicas,
        placements,
        planned.stream()
            .map(link -> Link.local(link.caller(), link.instance(), free.next(), link.targetPort()))
            .toList());
  }

  Breakables breakables() {
    return architecture.breakables(replicas);
  }

  void requireFreePorts() {
    for (DatabaseSpec database : architecture.databases()) {
      Ports.requireFree(database.name(), database.port());
    }
    for (Placement placement : placements) {
      Ports.requireFree(placement.name(), placement.port());
    }
  }

  String entry() {
    ServiceSpec service = architecture.entryService();
    return url(port(Breakable.USERS, service.name(), service.port()));
  }

  boolean isEntry(Placement placement) {
    return placement.service().equals(architecture.entryService());
  }

  /** Where a caller finds an instance: at its link, or at its own port where it has none. */
  private int port(String caller, String instance, int own) {
    return links.stream()
        .filter(link -> link.caller().equals(caller) && link.instance().equals(instance))
        .mapToInt(Link::port)
        .findFirst()
        .orElse(own);
  }

  private static String url(int port) {
    return "http://127.0.0.1:" + port;
  }

  /**
   * The environment variables of an instance: its port, its database, and the URLs of those it
   * calls.
   */
  Map<String, String> environment(Placement placement, Map<String, String> passwords) {
    ServiceSpec service = placement.service();
    Map<String, String> variables = new HashMap<>(service.environment());
    variables.put("HOST", "127.0.0.1");
    variables.put("PORT", String.valueOf(placement.port()));
    if (service.database() != null) {
      DatabaseSpec database = architecture.database(service.database());
      variables.put(
          "DATABASE_URL",
          "jdbc:postgresql://127.0.0.1:%d/%s"
              .formatted(
                  port(service.name(), database.name(), database.port()), database.database()));
      variables.put("DATABASE_USER", Postgres.USER);
      variables.put("DATABASE_PASSWORD", passwords.get(database.name()));
    }
    service
        .calls()
        .forEach((variable, called) -> variables.put(variable, urls(service.name(), called)));
    return variables;
  }

  private String urls(String caller, String service) {
    return placements.stream()
        .filter(placement -> placement.service().name().equals(service))
        .map(placement -> url(port(caller, placement.name(), placement.port())))
        .collect(Collectors.joining(","));
  }
}
