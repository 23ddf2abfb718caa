package tasktracker.stack.system.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tasktracker.error.UsageException;
import tasktracker.results.file.TextFile;
import tasktracker.stack.Instance;
import tasktracker.stack.fault.Breakable;
import tasktracker.stack.fault.Breakables;

/**
 * Which processes a system consists of.
 *
 * @param name of the system
 * @param entry name of the process that takes the requests from outside
 * @param processes in the order in which people list them
 */
public record CommandDescription(String name, String entry, List<CommandProcess> processes) {

  /**
   * Copies the list and checks what the processes say of each other.
   *
   * @throws UsageException naming the process and what is wrong with it
   */
  public CommandDescription {
    processes = List.copyOf(processes);
    Map<String, Integer> replicas = new LinkedHashMap<>();
    processes.forEach(process -> replicas.put(process.name(), process.replicas()));
    UsageException.unless(
        replicas.containsKey(entry),
        "entry: there is no process %s, use one of %s",
        entry,
        replicas.keySet());
    requireDistinct(processes);
    for (CommandProcess process : processes) {
      requireKnown(process, replicas);
    }
    StartOrder.of(processes);
  }

  private static void requireDistinct(List<CommandProcess> processes) {
    Map<String, String> instances = new HashMap<>();
    Map<Integer, String> ports = new HashMap<>();
    for (CommandProcess process : processes) {
      for (String instance : Instance.names(process.name(), process.replicas())) {
        String other = instances.putIfAbsent(instance, process.name());
        UsageException.unless(
            other == null,
            "%s and %s both have an instance %s: rename one of them",
            other,
            process.name(),
            instance);
      }
      process
          .port()
          .ifPresent(port -> {
            String other = ports.putIfAbsent(port, process.name());
            UsageException.unless(
                other == null,
                "port %d is given to %s and %s: give it to one of them",
                port,
                other,
                process.name());
          });
    }
  }

  private static void requireKnown(CommandProcess process, Map<String, Integer> replicas) {
    for (String needed : process.dependsOn()) {
      UsageException.unless(
          replicas.containsKey(needed),
          "depends_on of %s: there is no process %s, use one of %s",
          process.name(),
          needed,
          replicas.keySet());
    }
    try {
      Stream.concat(process.run().stream(), process.environment().values().stream())
          .forEach(text -> PortReferences.require(text, replicas));
    } catch (UsageException e) {
      throw new UsageException(process.name() + ": " + e.getMessage(), e);
    }
  }

  /**
   * Checks what the templates of its processes refer to.
   *
   * @throws UsageException naming the template and what leads nowhere in it
   */
  void requireTemplates() {
    Map<String, Integer> replicas = new LinkedHashMap<>();
    processes.forEach(process -> replicas.put(process.name(), process.replicas()));
    for (CommandProcess process : processes) {
      for (Path template : process.templates().values()) {
        try {
          PortReferences.require(TextFile.read(template), replicas);
        } catch (UsageException e) {
          throw new UsageException(template + ": " + e.getMessage(), e);
        }
      }
    }
  }

  /** The process that takes the requests from outside. */
  public CommandProcess entryProcess() {
    return processes.stream()
        .filter(process -> process.name().equals(entry))
        .findFirst()
        .orElseThrow();
  }

  /** What can be broken in it. */
  public Breakables breakables() {
    List<Breakable> members = new ArrayList<>();
    for (CommandProcess process : processes) {
      List<String> callers = new ArrayList<>();
      if (process.name().equals(entry)) {
        callers.add(Breakable.USERS);
      }
      callers.addAll(needing(process.name()));
      members.add(
          new Breakable(
              process.name(), Instance.names(process.name(), process.replicas()), callers));
    }
    return new Breakables(name, members);
  }

  /** Names of the processes that need this one. */
  Set<String> needing(String process) {
    return processes.stream()
        .filter(each -> each.dependsOn().contains(process))
        .map(CommandProcess::name)
        .collect(Collectors.toSet());
  }

  Map<String, Integer> stages() {
    return StartOrder.of(processes);
  }

  int instances() {
    return processes.stream().mapToInt(CommandProcess::replicas).sum();
  }
}
