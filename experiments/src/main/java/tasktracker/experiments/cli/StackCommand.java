package tasktracker.experiments.cli;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;
import tasktracker.error.EnvironmentException;
import tasktracker.error.UsageException;
import tasktracker.experiments.RuntimeKind;
import tasktracker.stack.Architecture;
import tasktracker.stack.ArchitectureCatalog;
import tasktracker.stack.Stack;
import tasktracker.stack.StackOptions;
import tasktracker.stack.StackRuntime;

/** {@code stack}: deployments to look at, outside of experiments. */
@Command(
    name = "stack",
    mixinStandardHelpOptions = true,
    description = {
      "Brings an architecture up on this machine, as processes or containers with databases of"
          + " their own, and takes it down.",
      "A stack stays up until it is taken down, and its databases go with it.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  ./tasktracker stack up microservices --replicas 3",
      "  curl http://localhost:8000/health",
      "  ./tasktracker stack logs microservices tasktracker_task_service_2",
      "  ./tasktracker stack down microservices",
      "  ./tasktracker stack up monolith --runtime docker"
    })
final class StackCommand implements Callable<Integer> {
  private static final String ARCHITECTURE = "ARCHITECTURE";
  private static final String ARCHITECTURE_HELP =
      "monolith, microservices, or the path of a .yaml file that describes another one.";

  @ParentCommand private TaskTracker root;
  @Spec private CommandSpec spec;

  @Option(
      names = "--runtime",
      scope = ScopeType.INHERIT,
      paramLabel = "KIND",
      defaultValue = "embedded",
      description = "embedded: processes of this machine; docker: containers (${DEFAULT-VALUE}).")
  private RuntimeKind runtime;

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
              description = "Longest wait until every service is healthy (${DEFAULT-VALUE}).")
          Duration startTimeout,
      @Option(
              names = "--metrics",
              description = "Every service of the lab answers GET /metrics for Prometheus.")
          boolean metrics) {
    if (replicas < 1 || replicas > 50) {
      throw new UsageException("--replicas %d: use 1 to 50".formatted(replicas));
    }
    Architecture architecture = ArchitectureCatalog.find(name);
    StackOptions options =
        StackOptions.DEFAULTS
            .withReplicas(replicas)
            .withStartTimeout(startTimeout)
            .withEnvironment(metrics ? Map.of("METRICS", "on") : Map.of())
            .whichOutlivesTheLab();
    StackRuntime stacks = stacks();
    stacks.requireReady(architecture, options);
    long begun = System.nanoTime();
    Stack stack = stacks.up(architecture, options);
    Terminal terminal = root.terminal();
    stacks
        .status(architecture)
        .ifPresent(there -> there.members().forEach(member -> terminal.line(line(member))));
    terminal.line(
        String.format(
            Locale.ROOT,
            "%s is up at %s after %.1f s",
            terminal.bold(architecture.name()),
            stack.entry(),
            (System.nanoTime() - begun) / 1e9));
    return 0;
  }

  @Command(name = "down", mixinStandardHelpOptions = true, description = "Takes a stack down.")
  int down(
      @Parameters(paramLabel = ARCHITECTURE, description = ARCHITECTURE_HELP) String name,
      @Option(names = "--force", description = "Take it down even while an experiment measures it.")
          boolean force) {
    Architecture architecture = ArchitectureCatalog.find(name);
    StackRuntime stacks = stacks();
    if (!force) {
      stacks.requireNotMeasured(architecture);
    }
    boolean wasUp = stacks.down(architecture);
    root.terminal().line(architecture.name() + (wasUp ? " is down" : " was not up"));
    return 0;
  }

  @Command(
      name = "status",
      mixinStandardHelpOptions = true,
      description = "Shows what runs; exit code 3 when an instance has died.")
  int status(
      @Parameters(arity = "0..1", paramLabel = ARCHITECTURE, description = ARCHITECTURE_HELP)
          String name) {
    List<String> names = name == null ? ArchitectureCatalog.BUILT_IN : List.of(name);
    StackRuntime stacks = stacks();
    boolean died = false;
    for (String each : names) {
      died |= showStatus(ArchitectureCatalog.find(each), stacks);
    }
    return died ? 3 : 0;
  }

  private boolean showStatus(Architecture architecture, StackRuntime stacks) {
    Terminal terminal = root.terminal();
    StackRuntime.Status view = stacks.status(architecture).orElse(null);
    if (view == null) {
      terminal.line(architecture.name() + " is down");
      return false;
    }
    terminal.line(
        terminal.bold(architecture.name())
            + (view.owned() ? " is up, owned by a running experiment" : " is up"));
    for (StackRuntime.Member member : view.members()) {
      terminal.line(line(member) + (member.alive() ? "" : terminal.red("  died")));
    }
    return view.members().stream().anyMatch(member -> !member.alive());
  }

  private static String line(StackRuntime.Member member) {
    return String.format(
        Locale.ROOT, "  %-30s port %-6d %s", member.instance(), member.port(), member.identity());
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
    Architecture architecture = ArchitectureCatalog.find(name);
    StackRuntime stacks = stacks();
    List<String> known = stacks.logged(architecture);
    if (known.isEmpty()) {
      throw new EnvironmentException(
          "%1$s has no logs yet: bring it up with './tasktracker stack up %1$s'"
              .formatted(architecture.name()));
    }
    if (instance != null && !known.contains(instance)) {
      throw new UsageException(
          "%s has no instance '%s': use one of %s"
              .formatted(architecture.name(), instance, String.join(", ", known)));
    }
    Terminal terminal = root.terminal();
    for (String each : instance == null ? known : List.of(instance)) {
      terminal.line(terminal.bold("== " + each));
      stacks.log(architecture, each, lines).forEach(terminal::lines);
    }
    return 0;
  }

  private StackRuntime stacks() {
    if (runtime == RuntimeKind.EXTERNAL) {
      throw new UsageException(
          "--runtime external: somebody else runs that; use embedded or docker");
    }
    return runtime.of(Checkout.installation());
  }
}
