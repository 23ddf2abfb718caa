package tasktracker.stack.system.command;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tasktracker.error.EnvironmentException;
import tasktracker.results.file.FileFailure;
import tasktracker.results.file.TextFile;
import tasktracker.stack.InheritedEnvironment;
import tasktracker.stack.Instance;
import tasktracker.stack.StackOptions;
import tasktracker.stack.embedded.CommandPrefix;
import tasktracker.stack.embedded.ProcessStack;
import tasktracker.stack.embedded.Program;
import tasktracker.stack.embedded.Stopping;
import tasktracker.stack.fault.FaultSurface;

/** The processes of a {@link CommandDescription} while they run. */
final class CommandStack extends ProcessStack {
  private final CommandDescription description;
  private final StackOptions options;
  private final Map<String, List<Integer>> ports;

  /**
   * One that is not up yet.
   *
   * @param ports of all instances, by the name of their process
   */
  CommandStack(
      CommandDescription description,
      StackOptions options,
      Map<String, List<Integer>> ports,
      Path folder) {
    super(options, folder);
    this.description = description;
    this.options = options;
    this.ports = ports;
  }

  @Override
  protected void bringUp() {
    Map<String, Integer> stages = description.stages();
    Map<Integer, List<CommandProcess>> order =
        description.processes().stream()
            .collect(
                Collectors.groupingBy(
                    process -> stages.get(process.name()), TreeMap::new, Collectors.toList()));
    order.forEach((stage, processes) -> {
      List<String> started = new ArrayList<>();
      processes.forEach(process -> started.addAll(start(process, stage)));
      awaitHealthy(started, patience(processes));
    });
  }

  private Duration patience(List<CommandProcess> processes) {
    return options
        .startTimeout()
        .orElseGet(() ->
            processes.stream()
                .map(CommandProcess::startTime)
                .max(Comparator.naturalOrder())
                .orElseThrow());
  }

  /** Returns the names of its instances. */
  private List<String> start(CommandProcess process, int stage) {
    List<String> names = Instance.names(process.name(), process.replicas());
    Iterator<Integer> own = ports.get(process.name()).iterator();
    for (String name : names) {
      int port = own.next();
      Path data = prepared(process, name, port);
      start(
          new Program(
              name,
              process.name(),
              Instance.Kind.SERVICE,
              port,
              () -> launch(command(process, port, data), process.stopSignal(), name),
              new CommandProbe(port, process.health()),
              new Stopping(stage, process.stopSignal(), process.stopSignal(), process.stopTime())));
    }
    return names;
  }

  private Path prepared(CommandProcess process, String instance, int port) {
    Path data = dataFolder().resolve(instance);
    PortReferences references = new PortReferences(ports, port, data.toString());
    try {
      Files.createDirectories(data);
      for (Map.Entry<String, Path> template : process.templates().entrySet()) {
        Path filled = data.resolve(template.getKey());
        Files.createDirectories(filled.getParent());
        Files.writeString(filled, references.fill(TextFile.read(template.getValue())));
      }
      return data;
    } catch (IOException e) {
      throw FileFailure.because("cannot prepare " + instance, e);
    }
  }

  private ProcessBuilder command(CommandProcess process, int port, Path data) {
    PortReferences references = new PortReferences(ports, port, data.toString());
    ProcessBuilder builder =
        InheritedEnvironment.of(process.run().stream().map(references::fill).toList())
            .directory(process.folder().toFile());
    builder.environment().put("PORT", String.valueOf(port));
    process
        .environment()
        .forEach((variable, value) -> builder.environment().put(variable, references.fill(value)));
    return builder;
  }

  @Override
  public String architecture() {
    return description.name();
  }

  @Override
  public URI entry() {
    return URI.create("http://127.0.0.1:" + ports.get(description.entry()).getFirst());
  }

  @Override
  public Optional<String> complaint() {
    CommandProbe probe =
        new CommandProbe(
            ports.get(description.entry()).getFirst(), description.entryProcess().health());
    return probe.health(HEALTH_TIMEOUT).complaint();
  }

  @Override
  public Optional<FaultSurface> faults() {
    return Optional.of(processFaults(description.breakables(), description::needing));
  }

  /** The ports of all instances, free ones where the description gives none. */
  static Map<String, List<Integer>> place(CommandDescription description, Iterator<Integer> free) {
    Map<String, List<Integer>> ports = new LinkedHashMap<>();
    for (CommandProcess process : description.processes()) {
      List<Integer> own = new ArrayList<>();
      for (int number = 0; number < process.replicas(); number++) {
        own.add(
            number == 0 && process.port().isPresent() ? process.port().getAsInt() : free.next());
      }
      ports.put(process.name(), own);
    }
    return ports;
  }

  /**
   * Checks that the programs of a description are there.
   *
   * @throws EnvironmentException naming the one that is not
   */
  static void requirePrograms(CommandDescription description) {
    for (CommandProcess process : description.processes()) {
      String program = process.run().getFirst();
      boolean found =
          program.contains("{")
              || (program.contains("/")
                  ? Files.isExecutable(process.folder().resolve(program))
                  : CommandPrefix.onPath(program));
      if (!found) {
        throw new EnvironmentException(
            "%s: there is no program '%s'%s: install it, or correct 'run'"
                .formatted(
                    process.name(),
                    program,
                    program.contains("/") ? " in " + process.folder() : " on the path"));
      }
    }
  }
}
