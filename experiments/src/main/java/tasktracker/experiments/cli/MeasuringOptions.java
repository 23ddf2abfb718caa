package tasktracker.experiments.cli;

import java.time.Duration;
import java.util.Objects;
import picocli.CommandLine.Option;
import tasktracker.error.UsageException;
import tasktracker.experiments.MeasuringPlan;
import tasktracker.experiments.definition.LoadDefinition;
import tasktracker.load.model.Percentage;

/** How often a sweep measures what, as options. */
final class MeasuringOptions {
  private static final double PRECISION = 0.05;
  private static final double CROSSOVER_PRECISION = 0.1;

  @Option(
      names = "--repeats",
      paramLabel = "N",
      description =
          "Repetitions of each level, all architectures interleaved in random order (sweep: 1,"
              + " versus: 3; with --until-sure the most of them, 10).")
  private Integer repeats;

  @Option(
      names = "--until-sure",
      description =
          "Repeat each level 4 times, then only those where throughput, p50 or p95 latency, error"
              + " rate, CPU per request or memory is still undecided, and not so close that --repeats"
              + " will hardly decide it.")
  private boolean untilSure;

  @Option(
      names = "--precision",
      paramLabel = "SHARE",
      description = "With --until-sure: stop when each ratio is known to within ± this (5%%).")
  private Percentage precision;

  @Option(
      names = "--confirm",
      paramLabel = "N",
      description =
          "With --until-sure: once a level is decided, repeat it so often again; the effects that are"
              + " reported come from these runs alone (3; 0 for none).")
  private Integer confirm;

  @Option(
      names = "--budget",
      paramLabel = "TIME",
      description =
          "With --until-sure or --refine-crossover: add nothing that would end later (45m, 2h); what"
              + " is planned from the start is measured whatever it takes.")
  private Duration budget;

  @Option(
      names = "--refine-crossover",
      description = "Add levels where the winner of p95 latency or throughput changes.")
  private boolean refineCrossover;

  @Option(
      names = "--crossover-precision",
      paramLabel = "SHARE",
      description = "With --refine-crossover: precision of the crossover (10%%).")
  private Percentage crossoverPrecision;

  /**
   * The plan that the options amount to.
   *
   * @throws UsageException naming the first option that cannot be used as given
   */
  MeasuringPlan toPlan(int architectures) {
    return toPlan(architectures, 1);
  }

  /** The same with another number of repetitions where the options name none. */
  MeasuringPlan toPlan(int architectures, int usualRepeats) {
    int most = Objects.requireNonNullElse(repeats, untilSure ? 10 : usualRepeats);
    UsageException.unless(most >= 1 && most <= 100, "--repeats %s: use 1 to 100", most);
    UsageException.unless(
        !untilSure || most >= MeasuringPlan.FIRST_REPETITIONS,
        "--repeats %s: --until-sure needs %d or more",
        most,
        MeasuringPlan.FIRST_REPETITIONS);
    UsageException.unless(
        architectures > 1 || !(untilSure || refineCrossover),
        "%s needs two architectures to compare",
        untilSure ? "--until-sure" : "--refine-crossover");
    UsageException.unless(
        budget == null || untilSure || refineCrossover,
        "--budget goes with --until-sure or --refine-crossover");
    UsageException.unless(
        budget == null || budget.isPositive(), "--budget: use a time above 0, such as 45m");
    UsageException.unless(untilSure || precision == null, "--precision goes with --until-sure");
    UsageException.unless(
        refineCrossover || crossoverPrecision == null,
        "--crossover-precision goes with --refine-crossover");
    UsageException.unless(
        untilSure || confirm == null || confirm == 0, "--confirm goes with --until-sure");
    int confirmed =
        Objects.requireNonNullElse(confirm, untilSure ? LoadDefinition.CONFIRM_UNTIL_SURE : 0);
    UsageException.unless(
        LoadDefinition.mayConfirm(confirmed),
        "--confirm %s: use 2 to 100, or 0 for none",
        confirmed);
    return new MeasuringPlan(
        most,
        untilSure,
        precision == null ? PRECISION : precision.value(),
        confirmed,
        budget,
        refineCrossover ? crossoverWidth() : null,
        false,
        null);
  }

  private double crossoverWidth() {
    return crossoverPrecision == null ? CROSSOVER_PRECISION : crossoverPrecision.value();
  }
}
