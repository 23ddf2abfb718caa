package tasktracker.experiments.stack;

import java.util.List;

/**
 * A shape under test, as data: which databases and services it consists of and which service takes
 * the requests from outside. See {@link ArchitectureCatalog} for where descriptions come from.
 *
 * @param name short name, used in folders and on charts
 * @param entry name of the service that takes the requests from outside
 * @param databases its PostgreSQL servers
 * @param services its services, in the order in which people list them
 */
public record Architecture(
    String name, String entry, List<DatabaseSpec> databases, List<ServiceSpec> services) {

  /** Copies the lists, and takes absent ones as empty. */
  public Architecture {
    databases = databases == null ? List.of() : List.copyOf(databases);
    services = services == null ? List.of() : List.copyOf(services);
  }

  /** The service that takes the requests from outside. */
  public ServiceSpec entryService() {
    return service(entry);
  }

  /** Whether any service can run as several instances. */
  public boolean scalable() {
    return services.stream().anyMatch(ServiceSpec::scalable);
  }

  /**
   * A service by name.
   *
   * @throws IllegalArgumentException when there is none of that name
   */
  public ServiceSpec service(String name) {
    return services.stream()
        .filter(service -> service.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no service " + name));
  }

  /**
   * A database by name.
   *
   * @throws IllegalArgumentException when there is none of that name
   */
  public DatabaseSpec database(String name) {
    return databases.stream()
        .filter(database -> database.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no database " + name));
  }
}
