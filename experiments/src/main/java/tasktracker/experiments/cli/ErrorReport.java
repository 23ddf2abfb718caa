package tasktracker.experiments.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import tasktracker.experiments.EnvironmentException;
import tasktracker.experiments.LabException;
import tasktracker.load.scenario.SetUpException;
import tasktracker.load.worker.WorkerException;

/** Says what went wrong in one line, and turns it into an exit code. */
final class ErrorReport implements IParameterExceptionHandler, IExecutionExceptionHandler {
  private static final int ENVIRONMENT = 3;

  private final BooleanSupplier verbose;

  ErrorReport(BooleanSupplier verbose) {
    this.verbose = verbose;
  }

  @Override
  public int handleParseException(ParameterException e, String[] arguments) {
    CommandLine command = e.getCommandLine();
    PrintWriter err = command.getErr();
    err.println("tasktracker: " + e.getMessage());
    err.println("See './" + command.getCommandSpec().qualifiedName() + " --help'.");
    return CommandLine.ExitCode.USAGE;
  }

  @Override
  public int handleExecutionException(Exception e, CommandLine command, ParseResult parsed) {
    PrintWriter err = command.getErr();
    if (verbose.getAsBoolean()) {
      e.printStackTrace(err);
    }
    return switch (e) {
      case LabException failure -> {
        err.println("tasktracker: " + failure.getMessage());
        yield failure.exitCode();
      }
      case UncheckedIOException failure -> {
        err.println("tasktracker: " + text(failure));
        yield ENVIRONMENT;
      }
      case SetUpException _, WorkerException _ -> {
        err.println("tasktracker: " + e.getMessage());
        yield ENVIRONMENT;
      }
      default -> {
        err.println("tasktracker: unexpected " + e + " (run with --verbose to see where)");
        yield ENVIRONMENT;
      }
    };
  }

  /** What was being done, where that is known, and the reason. */
  private static String text(UncheckedIOException failure) {
    IOException cause = failure.getCause();
    String reason = EnvironmentException.reason(cause);
    return cause.toString().equals(failure.getMessage())
        ? reason
        : failure.getMessage() + ": " + reason;
  }

  /** A failure that no handler of a command can be called for: there is no room for more. */
  static int outOfMemory(OutOfMemoryError e) {
    System.err.printf(
        Locale.ROOT,
        "tasktracker: no more memory or threads than the %d MB of heap and the limits of this"
            + " system (ulimit -a, the memory of a container) allow: %s%n",
        Runtime.getRuntime().maxMemory() >> 20,
        e.getMessage());
    return ENVIRONMENT;
  }
}
