package tasktracker.stack;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Finds what is wrong in the description of an architecture. */
final class ArchitectureValidation {
  private static final Pattern ARCHITECTURE = Pattern.compile("[a-z0-9][a-z0-9_-]{0,39}");
  private static final Pattern INSTANCE = Pattern.compile("[a-z0-9_-]{1,60}");

  /** Names that PostgreSQL takes without quotes, because they become part of its commands. */
  private static final Pattern DATABASE = Pattern.compile("[a-z_][a-z0-9_]{0,62}");

  /** What follows the name of a service in those of its replicas; see {@link Instance#names}. */
  private static final Pattern REPLICA = Pattern.compile("_([2-9]|[1-9]\\d+)");

  private final Architecture architecture;
  private final List<String> found = new ArrayList<>();

  private ArchitectureValidation(Architecture architecture) {
    this.architecture = architecture;
  }

  /** One entry for each mistake, none for a good description. */
  static List<String> in(Architecture architecture) {
    ArchitectureValidation mistakes = new ArchitectureValidation(architecture);
    mistakes.checkNames();
    mistakes.checkPorts();
    mistakes.checkReferences();
    return mistakes.found;
  }

  private void checkNames() {
    if (!matches(ARCHITECTURE, architecture.name())) {
      found.add("'name' must be 1-40 of a-z, 0-9, - and _");
    }
    for (DatabaseSpec database : architecture.databases()) {
      checkInstanceName("database", database.name());
      if (!matches(DATABASE, database.database())) {
        found.add(
            "'database' of %s is '%s': use a-z, 0-9 and _, at most 63, no digit first"
                .formatted(database.name(), database.database()));
      }
    }
    for (ServiceSpec service : architecture.services()) {
      checkInstanceName("service", service.name());
      if (!matches(INSTANCE, service.artifact())) {
        found.add(
            "'artifact' of %s is '%s': name a jar without version, such as tasktracker-tasks"
                .formatted(service.name(), service.artifact()));
      }
    }
    List<String> names = new ArrayList<>();
    architecture.databases().forEach(database -> names.add(database.name()));
    architecture.services().forEach(service -> names.add(service.name()));
    names.stream()
        .distinct()
        .filter(name -> names.indexOf(name) != names.lastIndexOf(name))
        .forEach(name -> found.add("'name' %s is given twice".formatted(name)));
    architecture.services().stream()
        .filter(ServiceSpec::scalable)
        .map(ServiceSpec::name)
        .forEach(scalable -> checkInstances(scalable, names));
  }

  /** How many instances there will be is not known yet. */
  private void checkInstances(String scalable, List<String> names) {
    names.stream()
        .filter(name -> name != null && name.startsWith(scalable + "_"))
        .filter(name -> REPLICA.matcher(name.substring(scalable.length())).matches())
        .forEach(name ->
            found.add(
                "'name' %s is that of a replica of %s: use another".formatted(name, scalable)));
  }

  private void checkInstanceName(String kind, String name) {
    if (!matches(INSTANCE, name)) {
      found.add("'name' of a %s is '%s': use 1-60 of a-z, 0-9, - and _".formatted(kind, name));
    }
  }

  private void checkPorts() {
    Map<Integer, String> owners = new HashMap<>();
    architecture.databases().forEach(each -> checkPort(each.name(), each.port(), owners));
    architecture.services().forEach(each -> checkPort(each.name(), each.port(), owners));
  }

  private void checkPort(String name, int port, Map<Integer, String> owners) {
    if (port < 1 || port > 65535) {
      found.add("'port' of %s is %d: use 1-65535".formatted(name, port));
      return;
    }
    String owner = owners.putIfAbsent(port, name);
    if (owner != null) {
      found.add("'port' %d is given to %s and %s".formatted(port, owner, name));
    }
  }

  private void checkReferences() {
    List<String> databases = architecture.databases().stream().map(DatabaseSpec::name).toList();
    List<String> services = architecture.services().stream().map(ServiceSpec::name).toList();
    if (!services.contains(architecture.entry())) {
      found.add("'entry' must name one of the services " + services);
    }
    for (ServiceSpec service : architecture.services()) {
      if (service.database() != null && !databases.contains(service.database())) {
        found.add(
            "service %s uses the unknown database %s"
                .formatted(service.name(), service.database()));
      }
      for (String called : service.calls().values()) {
        if (!services.contains(called)) {
          found.add("service %s calls the unknown service %s".formatted(service.name(), called));
        }
      }
    }
  }

  private static boolean matches(Pattern pattern, String text) {
    return text != null && pattern.matcher(text).matches();
  }
}
