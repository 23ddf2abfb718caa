package tasktracker.experiments.stack.embedded;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tasktracker.experiments.UsageException;
import tasktracker.experiments.stack.Architecture;
import tasktracker.experiments.stack.DatabaseSpec;
import tasktracker.experiments.stack.Instance;
import tasktracker.experiments.stack.ServiceSpec;

/**
 * An architecture with a place for every instance: names and ports, decided before anything starts.
 *
 * @param architecture what is deployed
 * @param placements every service instance, in the order of the services
 */
record Deployment(Architecture architecture, List<Placement> placements) {

  /** A service instance, its name and its port. */
  record Placement(ServiceSpec service, String name, int port) {
    String url() {
      return "http://127.0.0.1:" + port;
    }
  }

  /**
   * Gives every instance a name and a port.
   *
   * @throws UsageException when replicas are asked of an architecture that cannot have them
   */
  static Deployment plan(Architecture architecture, int replicas) {
    if (replicas > 1 && !architecture.scalable()) {
      throw new UsageException(
          "--replicas %d: %s has no service that can run as several instances; use --replicas 1"
              .formatted(replicas, architecture.name()));
    }
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
    return new Deployment(architecture, List.copyOf(placements));
  }

  /** Checks that every port is free. */
  void requireFreePorts() {
    for (DatabaseSpec database : architecture.databases()) {
      Ports.requireFree(database.name(), database.port());
    }
    for (Placement placement : placements) {
      Ports.requireFree(placement.name(), placement.port());
    }
  }

  /** Where requests from outside go. */
  Placement entry() {
    return placements.stream()
        .filter(placement -> placement.name().equals(architecture.entry()))
        .findFirst()
        .orElseThrow();
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
          "jdbc:postgresql://127.0.0.1:%d/%s".formatted(database.port(), database.database()));
      variables.put("DATABASE_USER", Postgres.USER);
      variables.put("DATABASE_PASSWORD", passwords.get(database.name()));
    }
    service.calls().forEach((variable, called) -> variables.put(variable, urls(called)));
    return variables;
  }

  private String urls(String service) {
    return placements.stream()
        .filter(placement -> placement.service().name().equals(service))
        .map(Placement::url)
        .collect(Collectors.joining(","));
  }
}
