package tasktracker.experiments.cli;

import picocli.CommandLine.Option;
import tasktracker.error.UsageException;
import tasktracker.experiments.WorkloadCatalog;
import tasktracker.load.worker.ScenarioSource;
import tasktracker.load.workload.Workload;

/** What the virtual users do, as options. */
final class ScenarioOptions {
  @Option(
      names = "--scenario",
      paramLabel = "FILE",
      description =
          "What users do: tasktracker, or a YAML file, see docs/scenarios.md. Without it an"
              + " architecture gets tasktracker, and the URL of load the same request over and over.")
  private String scenario;

  @Option(
      names = "--working-set",
      paramLabel = "TASKS",
      description = "In the scenario tasktracker: tasks that each user keeps (20).")
  private Integer workingSet;

  /** Whether one was asked for. */
  boolean isGiven() {
    return scenario != null;
  }

  /** Whether a working set was asked for. */
  boolean hasWorkingSet() {
    return workingSet != null;
  }

  /** The name or the file. */
  String scenario() {
    return scenario == null ? WorkloadCatalog.usual() : scenario;
  }

  /**
   * What users do.
   *
   * @throws UsageException when it cannot be used
   */
  Workload workload() {
    return WorkloadCatalog.open(source());
  }

  /**
   * Where the scenario comes from.
   *
   * @throws UsageException when it cannot be found
   */
  ScenarioSource source() {
    return WorkloadCatalog.source(scenario, workingSet);
  }
}
