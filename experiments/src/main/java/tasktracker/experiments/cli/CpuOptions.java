package tasktracker.experiments.cli;

import picocli.CommandLine.Option;
import tasktracker.experiments.UsageException;
import tasktracker.experiments.experiment.RuntimeKind;

/** How much CPU a stack gets: two readings of a fair comparison. */
final class CpuOptions {
  @Option(
      names = "--cpu-budget",
      paramLabel = "CPUS",
      description =
          "Each architecture gets so many CPUs for all of its instances together, databases"
              + " included.")
  private Integer budget;

  @Option(
      names = "--cpu-per-instance",
      paramLabel = "CPUS",
      description = "With --runtime docker: each container gets at most so much CPU, such as 0.5.")
  private Double perInstance;

  void check(RuntimeKind runtime) {
    if (budget != null && perInstance != null) {
      throw new UsageException(
          "--cpu-budget and --cpu-per-instance are two readings of fairness: choose one");
    }
    if (budget != null && (budget < 1 || runtime == RuntimeKind.EXTERNAL)) {
      throw new UsageException(
          budget < 1
              ? "--cpu-budget %d: use a whole number from 1".formatted(budget)
              : "--cpu-budget needs a stack that the lab runs: leave out --runtime external");
    }
    if (perInstance != null && (perInstance < 0.01 || !Double.isFinite(perInstance))) {
      throw new UsageException(
          "--cpu-per-instance %s: use a number from 0.01".formatted(perInstance));
    }
    if (perInstance != null && runtime != RuntimeKind.DOCKER) {
      throw new UsageException(
          "--cpu-per-instance needs the quotas of containers: use --runtime docker");
    }
  }

  Integer budget() {
    return budget;
  }

  Double perInstance() {
    return perInstance;
  }
}
