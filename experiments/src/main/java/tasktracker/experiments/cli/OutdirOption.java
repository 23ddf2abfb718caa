package tasktracker.experiments.cli;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Where results go, as an option. */
final class OutdirOption {
  @Option(
      names = "--outdir",
      paramLabel = "DIR",
      description =
          "New folder for the results (one in experiments/results, named after the command and the"
              + " time).")
  private Path folder;

  /** The folder that was named; null where none was. */
  Path folder() {
    return folder;
  }
}
