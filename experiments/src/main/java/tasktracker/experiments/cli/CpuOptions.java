package tasktracker.experiments.cli;

import picocli.CommandLine.Option;
import tasktracker.error.UsageException;
import tasktracker.experiments.RuntimeKind;

/** How much CPU a stack gets: two readings of a fair comparison. */
final class CpuOptions {
  private static final double LEAST_BUDGET = 0.1;

  @Option(
      names = "--cpu-budget",
      paramLabel = "CPUS",
      description =
          "CPU budget of each architecture, for all of its instances together, databases"
              + " included: with --runtime docker as a CPU quota, such as 1.5, where the engine"
              + " allows it; otherwise as a set of whole CPUs.")
  private Double budget;

  @Option(
      names = "--cpu-per-instance",
      paramLabel = "CPUS",
      description = "With --runtime docker: CPU limit of each container, such as 0.5.")
  private Double perInstance;

  void check(RuntimeKind runtime) {
    UsageException.unless(
        budget == null || perInstance == null,
        "--cpu-budget and --cpu-per-instance are two readings of fairness: choose one");
    if (budget != null) {
      checkBudget(runtime);
    }
    if (perInstance != null) {
      UsageException.unless(
          perInstance >= 0.01 && Double.isFinite(perInstance),
          "--cpu-per-instance %s: use a number from 0.01",
          perInstance);
      UsageException.unless(
          runtime.hasCpuQuotas(),
          "--cpu-per-instance needs the quotas of containers: use --runtime docker");
    }
  }

  private void checkBudget(RuntimeKind runtime) {
    UsageException.unless(
        runtime != RuntimeKind.EXTERNAL,
        "--cpu-budget needs a stack that the lab runs: leave out --runtime external");
    UsageException.unless(
        Double.isFinite(budget) && budget >= LEAST_BUDGET,
        "--cpu-budget %s: use a number from %s",
        budget,
        LEAST_BUDGET);
    UsageException.unless(
        runtime.hasCpuQuotas() || budget == Math.rint(budget),
        "--cpu-budget %s: a fraction needs the CPU quota of containers: use --runtime docker or a"
            + " whole number",
        budget);
  }

  Double budget() {
    return budget;
  }

  Double perInstance() {
    return perInstance;
  }
}
