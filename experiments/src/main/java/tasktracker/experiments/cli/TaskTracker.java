package tasktracker.experiments.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;
import tasktracker.experiments.Isolation;
import tasktracker.experiments.RuntimeKind;
import tasktracker.experiments.Testbed;
import tasktracker.load.model.Percentage;
import tasktracker.results.ResultsFolder;
import tasktracker.results.live.LiveEvent;
import tasktracker.results.live.LiveLog;
import tasktracker.stack.StackOptions;

/** The command {@code ./tasktracker}. */
@Command(
    name = "tasktracker",
    description = {
      "Deploys TaskTracker as a monolith and as microservices, loads both the same way, and shows"
          + " which does what at which cost.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  ./tasktracker sweep --quick             both architectures at 10, 50 and 200 users",
      "  ./tasktracker versus a=http://localhost:8080/ b=http://localhost:8081/    any two systems",
      "  ./tasktracker run experiment.yaml       an experiment of your own, from one file",
      "  ./tasktracker load http://localhost:9000/health -u 64    any server",
      "  ./tasktracker ui                        the same in a browser",
      "  ./tasktracker stack up microservices    a deployment to look at",
      "  ./tasktracker plot experiments/results/sweep_20261124_101500",
      "",
      "Exit codes: 0 done; 1 a gate, an objective or a check failed, a write was lost, or evidence"
          + " differs; 2 wrong usage; 3 environment error (port in use, service failed, Docker"
          + " absent) or a failed run; 4 a gate or an objective could not be judged; 130 interrupted."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    subcommands = {
      SweepCommand.class,
      VersusCommand.class,
      InitCommand.class,
      CheckCommand.class,
      RunCommand.class,
      FailureCommand.class,
      ScaledComparisonCommand.class,
      CapacityCommand.class,
      LoadCommand.class,
      WorkerCommand.class,
      ImportCommand.class,
      ScenarioCommand.class,
      AnalyzeCommand.class,
      CompareCommand.class,
      PlotCommand.class,
      ReportCommand.class,
      SlidesCommand.class,
      CalibrateCommand.class,
      PackCommand.class,
      VerifyCommand.class,
      StackCommand.class,
      UiCommand.class
    })
public final class TaskTracker implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--no-color",
      scope = ScopeType.INHERIT,
      description = "Plain text; the environment variable NO_COLOR does the same.")
  private boolean noColor;

  @Option(
      names = "--verbose",
      scope = ScopeType.INHERIT,
      description = "Stack traces of failures, and what the libraries log.")
  private boolean verbose;

  private final List<String> arguments;
  private volatile LiveLog live = LiveLog.NONE;

  private TaskTracker(String... arguments) {
    this.arguments = RecordedArguments.of(arguments);
  }

  /** Runs a command and exits with its code. */
  public static void main(String[] arguments) {
    WatchedOutput output = WatchedOutput.ofThisProcess();
    System.exit(output.exitCode(run(arguments), System.err));
  }

  static int run(String... arguments) {
    // Numbers in files, pages and slides have the digits of ASCII wherever the lab runs.
    Locale.setDefault(Locale.Category.FORMAT, Locale.ROOT);
    TaskTracker root = new TaskTracker(arguments);
    CommandLine line = commandLine(root);
    boolean color =
        Terminal.ofThisProcess(List.of(arguments).contains("--no-color"), _ -> {}).color();
    line.setColorScheme(
        CommandLine.Help.defaultColorScheme(
            color ? CommandLine.Help.Ansi.ON : CommandLine.Help.Ansi.OFF));
    ErrorReport errors = new ErrorReport(() -> root.verbose);
    line.setParameterExceptionHandler(errors);
    line.setExecutionExceptionHandler(errors);
    line.setExecutionStrategy(parsed -> {
      LibraryLogging.configure(root.verbose);
      return new CommandLine.RunLast().execute(parsed);
    });
    return root.ended(execute(line, arguments));
  }

  /** The command line, to be read or tried: nothing is carried out. */
  static CommandLine commandLine() {
    return commandLine(new TaskTracker());
  }

  private static CommandLine commandLine(TaskTracker root) {
    CommandLine line = new CommandLine(root);
    FaultOptions.declare(line.getSubcommands().get("failure").getCommandSpec());
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setExpandAtFiles(false);
    line.registerConverter(Duration.class, new TextConverter<>(TextConverter::time));
    line.registerConverter(Percentage.class, new TextConverter<>(Percentage::parse));
    line.registerConverter(Path.class, new TextConverter<>(TextConverter::path));
    return line;
  }

  private static int execute(CommandLine line, String... arguments) {
    try {
      return line.execute(arguments);
    } catch (OutOfMemoryError e) {
      return ErrorReport.outOfMemory(e);
    }
  }

  private int ended(int exitCode) {
    live.append(new LiveEvent.Ended(Instant.now(), exitCode));
    live.close();
    return exitCode;
  }

  /** The new folder of an experiment, see {@link Checkout}; it can be watched from now on. */
  ResultsFolder newFolder(Path named, String kind) {
    ResultsFolder folder = Checkout.newFolder(named, kind);
    watch(folder.path(), kind);
    return folder;
  }

  /** From now on, the live log of this folder tells what this process does. */
  void watch(Path folder, String kind) {
    live = LiveLog.in(folder);
    live.append(
        new LiveEvent.Started(Instant.now(), kind, arguments, ProcessHandle.current().pid()));
  }

  /** What happens to the experiment of this process is told to this log. */
  LiveLog live() {
    return live;
  }

  /** What an experiment of this process records of where and how its stacks run. */
  Testbed testbed(RuntimeKind runtime, StackOptions options, Isolation isolation) {
    return Testbed.of(runtime, options, isolation, Checkout.root(), arguments);
  }

  Terminal terminal() {
    return terminal(false);
  }

  /** On stdout, plain: what a program reads. */
  Terminal output() {
    return new Terminal(System.out, false, false, _ -> {});
  }

  /** On stderr where stdout is for a program to read. */
  Terminal terminal(boolean onStderr) {
    return onStderr
        ? new Terminal(System.err, false, false, this::tell)
        : Terminal.ofThisProcess(noColor, this::tell);
  }

  private void tell(String line) {
    live.append(new LiveEvent.Line(Instant.now(), line));
  }

  @Override
  public Integer call() {
    spec.commandLine().usage(spec.commandLine().getOut());
    return CommandLine.ExitCode.USAGE;
  }
}
