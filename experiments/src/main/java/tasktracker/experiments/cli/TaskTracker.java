package tasktracker.experiments.cli;

import java.nio.file.Path;
import java.time.Duration;
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
      "  ./tasktracker stack up microservices    a deployment to look at",
      "  ./tasktracker plot experiments/results/sweep_20261124_101500",
      "",
      "Exit codes: 0 done, 1 a gate failed, 2 wrong usage, 3 environment error (port in use,"
          + " service failed), 4 a gate could not judge, 130 interrupted."
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
      StackCommand.class
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
    CommandLine line = new CommandLine(root);
    FaultOptions.declare(line.getSubcommands().get("failure").getCommandSpec());
    boolean color = Terminal.ofThisProcess(List.of(arguments).contains("--no-color")).color();
    line.setColorScheme(
        CommandLine.Help.defaultColorScheme(
            color ? CommandLine.Help.Ansi.ON : CommandLine.Help.Ansi.OFF));
    ErrorReport errors = new ErrorReport(() -> root.verbose);
    line.setParameterExceptionHandler(errors);
    line.setExecutionExceptionHandler(errors);
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setExpandAtFiles(false);
    line.setExecutionStrategy(parsed -> {
      LibraryLogging.configure(root.verbose);
      return new CommandLine.RunLast().execute(parsed);
    });
    line.registerConverter(Duration.class, new TextConverter<>(TextConverter::time));
    line.registerConverter(Percentage.class, new TextConverter<>(Percentage::parse));
    line.registerConverter(Path.class, new TextConverter<>(TextConverter::path));
    try {
      return line.execute(arguments);
    } catch (OutOfMemoryError e) {
      return ErrorReport.outOfMemory(e);
    }
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
    return new Terminal(System.out, false, false);
  }

  /** On stderr where stdout is for a program to read. */
  Terminal terminal(boolean onStderr) {
    return onStderr ? new Terminal(System.err, false, false) : Terminal.ofThisProcess(noColor);
  }

  @Override
  public Integer call() {
    spec.commandLine().usage(spec.commandLine().getOut());
    return CommandLine.ExitCode.USAGE;
  }
}
