package tasktracker.experiments.cli;

import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.function.BooleanSupplier;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import tasktracker.experiments.LabException;

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
        err.println("tasktracker: " + failure.getCause().getMessage());
        yield ENVIRONMENT;
      }
      default -> {
        err.println("tasktracker: unexpected " + e + " (run with --verbose to see where)");
        yield ENVIRONMENT;
      }
    };
  }
}
