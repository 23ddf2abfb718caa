package tasktracker.stack;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * One running member of a stack.
 *
 * @param name its own name: that of the service for the first instance, with {@code _2}, {@code _3}
 *     … for its replicas
 * @param service name of the service or database that it is an instance of
 * @param kind what it is
 * @param port the port it listens on
 * @param pid its process; the root of a tree where it has child processes
 */
public record Instance(String name, String service, Kind kind, int port, long pid) {

  /** The names of so many instances of a service. */
  public static List<String> names(String service, int count) {
    return IntStream.rangeClosed(1, count)
        .mapToObj(number -> number == 1 ? service : service + "_" + number)
        .toList();
  }

  /** Process ids by the names of instances, in their order. */
  public static Map<String, Long> processes(List<Instance> instances) {
    Map<String, Long> pids = new LinkedHashMap<>();
    instances.forEach(instance -> pids.put(instance.name(), instance.pid()));
    return pids;
  }

  /** What an instance is. */
  public enum Kind {
    /** A service of the application. */
    SERVICE,
    /** A PostgreSQL server. */
    DATABASE,
    /** What the links between the others run through, where faults of links are wanted. */
    PROXY
  }
}
