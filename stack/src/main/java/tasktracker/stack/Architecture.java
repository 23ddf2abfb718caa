package tasktracker.stack;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tasktracker.error.UsageException;
import tasktracker.stack.fault.Breakable;
import tasktracker.stack.fault.Breakables;

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
   * Checks that it can have so many instances of its services.
   *
   * @throws UsageException when no service of it can run as several
   */
  public void requireReplicas(int replicas) {
    UsageException.unless(
        replicas <= 1 || scalable(),
        "--replicas %d: %s has no service that can run as several instances; use --replicas 1",
        replicas,
        name);
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

  /**
   * What can be broken in it, when every scalable service has so many instances. Names of instances
   * are those of {@link Instance}.
   */
  public Breakables breakables(int replicas) {
    List<Breakable> members = new ArrayList<>();
    for (ServiceSpec service : services) {
      members.add(
          new Breakable(
              service.name(),
              Instance.names(service.name(), service.scalable() ? replicas : 1),
              callers(service)));
    }
    for (DatabaseSpec database : databases) {
      members.add(
          new Breakable(database.name(), List.of(database.name()), clients(database.name())));
    }
    return new Breakables(name, members);
  }

  private List<String> callers(ServiceSpec service) {
    Stream<String> outside =
        service.name().equals(entry) ? Stream.of(Breakable.USERS) : Stream.empty();
    Stream<String> inside =
        services.stream()
            .filter(caller -> caller.calls().containsValue(service.name()))
            .map(ServiceSpec::name);
    return Stream.concat(outside, inside).toList();
  }

  /** Names of the services that store in a database. */
  public List<String> clients(String database) {
    return services.stream()
        .filter(service -> database.equals(service.database()))
        .map(ServiceSpec::name)
        .toList();
  }

  /**
   * The member of this architecture that does what a member of another one does: the one of that
   * name, else the first service (for a database, the first database) that has the foremost
   * possible of its roles. Empty where there is none.
   */
  public Optional<String> counterpart(Architecture other, String member) {
    return Roles.ofServices(this)
        .counterpart(Roles.ofServices(other), member)
        .or(() -> Roles.ofDatabases(this).counterpart(Roles.ofDatabases(other), member));
  }
}
