package tasktracker.experiments.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import tasktracker.error.EnvironmentException;
import tasktracker.error.LabException;
import tasktracker.load.scenario.SetUpException;
import tasktracker.load.worker.WorkerException;
import tasktracker.report.VisibleText;
import tasktracker.results.file.FileFailure;

/** Says what went wrong in one line, and turns it into an exit code. */
final class ErrorReport implements IParameterExceptionHandler, IExecutionExceptionHandler {

  private final BooleanSupplier verbose;

  ErrorReport(BooleanSupplier verbose) {
    this.verbose = verbose;
  }

  @Override
  public int handleParseException(ParameterException e, String[] arguments) {
    CommandLine command = e.getCommandLine();
    PrintWriter err = command.getErr();
    err.println("tasktracker: " + VisibleText.lines(String.valueOf(e.getMessage())));
    err.println("See './" + command.getCommandSpec().qualifiedName() + " --help'.");
    return CommandLine.ExitCode.USAGE;
  }

  @Override
  public int handleExecutionException(Exception e, CommandLine command, ParseResult parsed) {
    PrintWriter err = command.getErr();
    if (verbose.getAsBoolean()) {
      StringWriter trace = new StringWriter();
      e.printStackTrace(new PrintWriter(trace));
      err.println(VisibleText.lines(trace.toString()));
    }
    return switch (e) {
      case LabException failure -> say(err, failure.getMessage(), failure.exitCode());
      case UncheckedIOException failure -> say(err, text(failure), EnvironmentException.EXIT_CODE);
      case SetUpException _, WorkerException _ ->
          say(err, e.getMessage(), EnvironmentException.EXIT_CODE);
      default ->
          say(
              err,
              "unexpected " + e + " (run with --verbose to see where)",
              EnvironmentException.EXIT_CODE);
    };
  }

  /** What was being done, where that is known, and the reason. */
  private static String text(UncheckedIOException failure) {
    IOException cause = failure.getCause();
    String reason = FileFailure.line(cause);
    return cause.toString().equals(failure.getMessage())
        ? reason
        : failure.getMessage() + ": " + reason;
  }

  private static int say(PrintWriter err, String message, int exitCode) {
    err.println("tasktracker: " + VisibleText.lines(message));
    return exitCode;
  }

  /** A failure that no handler of a command can be called for: there is no room for more. */
  static int outOfMemory(OutOfMemoryError e) {
    System.err.printf(
        Locale.ROOT,
        "tasktracker: no more memory or threads than the %d MB of heap and the limits of this"
            + " system (ulimit -a, the memory of a container) allow: %s%n",
        Runtime.getRuntime().maxMemory() >> 20,
        e.getMessage());
    return EnvironmentException.EXIT_CODE;
  }
}
