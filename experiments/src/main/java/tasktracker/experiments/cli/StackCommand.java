package tasktracker.experiments.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import tasktracker.experiments.EnvironmentException;
import tasktracker.experiments.UsageException;
import tasktracker.experiments.stack.Architecture;
import tasktracker.experiments.stack.ArchitectureCatalog;
import tasktracker.experiments.stack.Instance;
import tasktracker.experiments.stack.embedded.EmbeddedOptions;
import tasktracker.experiments.stack.embedded.EmbeddedRuntime;
import tasktracker.experiments.stack.embedded.EmbeddedStack;
import tasktracker.experiments.stack.embedded.LogTail;

/** {@code stack}: deployments to look at, outside of experiments. */
@Command(
    name = "stack",
    mixinStandardHelpOptions = true,
    description = {
      "Brings an architecture up on this machine, as child processes with databases of their own,"
          + " and takes it down.",
      "A stack stays up until it is taken down, and its databases go with it.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  ./tasktracker stack up microservices --replicas 3",
      "  curl http://localhost:8000/health",
      "  ./tasktracker stack logs microservices tasktracker_task_service_2",
      "  ./tasktracker stack down microservices"
    })
final class StackCommand implements Callable<Integer> {
  private static final String ARCHITECTURE = "ARCHITECTURE";
  private static final String ARCHITECTURE_HELP =
      "monolith, microservices, or the path of a .yaml file that describes another one.";

  @ParentCommand private TaskTracker root;
  @Spec private CommandSpec spec;

  private final EmbeddedRuntime runtime = new EmbeddedRuntime(Checkout.installation());

  @Override
  public Integer call() {
    spec.commandLine().usage(spec.commandLine().getOut());
    return CommandLine.ExitCode.USAGE;
  }

  @Command(name = "up", mixinStandardHelpOptions = true, description = "Brings a stack up.")
  int up(
      @Parameters(paramLabel = ARCHITECTURE, description = ARCHITECTURE_HELP) String name,
      @Option(
              names = "--replicas",
              defaultValue = "1",
              description = "Instances of each service that can have several (${DEFAULT-VALUE}).")
          int replicas,
      @Option(
              names = "--start-timeout",
              paramLabel = "SECONDS",
              defaultValue = "60",
              description = "How long to wait until all is healthy (${DEFAULT-VALUE}).")
          Duration startTimeout) {
    if (replicas < 1 || replicas > 50) {
      throw new UsageException("--replicas %d: use 1 to 50".formatted(replicas));
    }
    Architecture architecture = ArchitectureCatalog.find(name);
    EmbeddedOptions options =
        EmbeddedOptions.DEFAULTS
            .withReplicas(replicas)
            .withStartTimeout(startTimeout)
            .whichOutlivesTheLab();
    EmbeddedStack stack = runtime.up(architecture, options);
    Terminal terminal = root.terminal();
    stack.instances().forEach(instance -> terminal.line(describe(instance)));
    terminal.line(
        String.format(
            Locale.ROOT,
            "%s is up at %s after %.1f s",
            terminal.bold(stack.architecture()),
            stack.entry(),
            stack.startUp().toMillis() / 1e3));
    return 0;
  }

  @Command(name = "down", mixinStandardHelpOptions = true, description = "Takes a stack down.")
  int down(@Parameters(paramLabel = ARCHITECTURE, description = ARCHITECTURE_HELP) String name) {
    String architecture = ArchitectureCatalog.find(name).name();
    boolean wasUp = runtime.down(architecture);
    root.terminal().line(architecture + (wasUp ? " is down" : " was not up"));
    return 0;
  }

  @Command(
      name = "status",
      mixinStandardHelpOptions = true,
      description = "Shows what runs; exit code 3 when an instance has died.")
  int status(
      @Parameters(arity = "0..1", paramLabel = ARCHITECTURE, description = ARCHITECTURE_HELP)
          String name) {
    List<String> names =
        name == null
            ? ArchitectureCatalog.BUILT_IN
            : List.of(ArchitectureCatalog.find(name).name());
    boolean died = false;
    for (String architecture : names) {
      died |= showStatus(architecture);
    }
    return died ? 3 : 0;
  }

  private boolean showStatus(String architecture) {
    Terminal terminal = root.terminal();
    EmbeddedRuntime.Status status = runtime.status(architecture).orElse(null);
    if (status == null) {
      terminal.line(architecture + " is down");
      return false;
    }
    terminal.line(
        terminal.bold(architecture)
            + (status.detached() ? " is up" : " is up, owned by a running experiment"));
    boolean died = false;
    for (EmbeddedRuntime.InstanceStatus each : status.instances()) {
      died |= !each.alive();
      terminal.line(describe(each.instance()) + (each.alive() ? "" : terminal.red("  died")));
    }
    return died;
  }

  @Command(
      name = "logs",
      mixinStandardHelpOptions = true,
      description = "Prints the last lines that the instances wrote.")
  int logs(
      @Parameters(paramLabel = ARCHITECTURE, description = ARCHITECTURE_HELP) String name,
      @Parameters(
              arity = "0..1",
              paramLabel = "INSTANCE",
              description = "One instance, such as tasktracker_task_service; all without it.")
          String instance,
      @Option(
              names = {"-n", "--lines"},
              defaultValue = "20",
              description = "Lines of each (${DEFAULT-VALUE}).")
          int lines) {
    String architecture = ArchitectureCatalog.find(name).name();
    Terminal terminal = root.terminal();
    List<String> known = loggedInstances(architecture);
    if (known.isEmpty()) {
      throw new EnvironmentException(
          "%1$s has no logs yet: bring it up with './tasktracker stack up %1$s'"
              .formatted(architecture));
    }
    if (instance != null && !known.contains(instance)) {
      throw new UsageException(
          "%s has no instance '%s': use one of %s"
              .formatted(architecture, instance, String.join(", ", known)));
    }
    for (String each : instance == null ? known : List.of(instance)) {
      terminal.line(terminal.bold("== " + each));
      LogTail.of(runtime.log(architecture, each), lines).forEach(terminal::line);
    }
    return 0;
  }

  private List<String> loggedInstances(String architecture) {
    Path folder = runtime.log(architecture, "any").getParent();
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (var files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString().replaceFirst("\\.log$", ""))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String describe(Instance instance) {
    return String.format(
        Locale.ROOT,
        "  %-30s port %-6d process %d",
        instance.name(),
        instance.port(),
        instance.pid());
  }
}
