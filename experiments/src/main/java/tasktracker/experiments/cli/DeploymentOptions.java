package tasktracker.experiments.cli;

import java.util.Objects;
import picocli.CommandLine.Option;
import tasktracker.error.UsageException;
import tasktracker.experiments.Isolation;

/** How stacks are put on the machine, as options. */
final class DeploymentOptions {
  private static final int MOST_REPLICAS = 50;

  @Option(
      names = "--replicas",
      paramLabel = "N",
      description = "Instances of each service that can have several (1; scaled-comparison: 3).")
  private Integer replicas;

  @Option(
      names = "--isolate",
      paramLabel = "MODE",
      defaultValue = "auto",
      description =
          "auto: generator and stack get processors of their own where possible; off: no CPU"
              + " pinning (${DEFAULT-VALUE}).")
  private Isolation.Mode isolate = Isolation.Mode.AUTO;

  /**
   * Instances of each service that can have several.
   *
   * @param usual how many there are when the option is not given
   * @throws UsageException when they are too many
   */
  int replicas(int usual) {
    int given = Objects.requireNonNullElse(replicas, usual);
    UsageException.unless(
        given >= 1 && given <= MOST_REPLICAS, "--replicas %s: use 1 to %d", given, MOST_REPLICAS);
    return given;
  }

  Isolation.Mode isolate() {
    return isolate;
  }
}
