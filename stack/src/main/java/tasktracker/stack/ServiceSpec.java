package tasktracker.stack;

import java.util.List;
import java.util.Map;

/**
 * A service of an architecture.
 *
 * @param name name of the service, such as {@code tasktracker_task_service}
 * @param artifact the jar that it runs, without version, such as {@code tasktracker-tasks}
 * @param port the port of its first instance; further instances take free ports
 * @param scalable whether it may run as several instances
 * @param database name of the database that it stores in, or null
 * @param calls environment variable to name of a service: the variable receives the URLs of all
 *     instances of that service
 * @param environment further environment variables
 * @param roles what it does, such as {@code tasks}; members of two architectures that have a role
 *     in common are each other's counterparts. The first one is what it is mainly there for
 */
public record ServiceSpec(
    String name,
    String artifact,
    int port,
    boolean scalable,
    String database,
    Map<String, String> calls,
    Map<String, String> environment,
    List<String> roles) {

  /** Copies maps and list, and takes absent ones as empty. */
  public ServiceSpec {
    calls = calls == null ? Map.of() : Map.copyOf(calls);
    environment = environment == null ? Map.of() : Map.copyOf(environment);
    roles = roles == null ? List.of() : List.copyOf(roles);
  }
}
