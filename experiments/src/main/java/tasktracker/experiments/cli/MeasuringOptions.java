package tasktracker.experiments.cli;

import java.time.Duration;
import java.util.Objects;
import picocli.CommandLine.Option;
import tasktracker.experiments.UsageException;
import tasktracker.experiments.experiment.MeasuringPlan;
import tasktracker.load.model.Durations;

/** How often a sweep measures what, as options. */
final class MeasuringOptions {
  @Option(
      names = "--repeats",
      paramLabel = "N",
      description =
          "Repetitions of each level, all architectures interleaved in random order (1; with"
              + " --until-sure the most of them, 10).")
  private Integer repeats;

  @Option(
      names = "--until-sure",
      description =
          "Repeat each level 3 times, then only those where throughput, p95 latency or CPU per"
              + " request is still undecided.")
  private boolean untilSure;

  @Option(
      names = "--precision",
      paramLabel = "SHARE",
      description = "With --until-sure: a ratio known to ± this is sure enough (5%%).")
  private Share precision = Share.parse("5%");

  @Option(
      names = "--budget",
      paramLabel = "TIME",
      description =
          "With --until-sure or --refine-crossover: begin nothing that ends later: 45m, 2h.")
  private String budget;

  @Option(
      names = "--refine-crossover",
      description = "Add levels where the winner of p95 latency or throughput changes.")
  private boolean refineCrossover;

  @Option(
      names = "--crossover-precision",
      paramLabel = "SHARE",
      description = "With --refine-crossover: how near it is located (10%%).")
  private Share crossoverPrecision = Share.parse("10%");

  /**
   * The plan that the options amount to.
   *
   * @throws UsageException naming the first option that cannot be used as given
   */
  MeasuringPlan toPlan(int architectures) {
    int most = Objects.requireNonNullElse(repeats, untilSure ? 10 : 1);
    SweepOptions.require(most >= 1 && most <= 100, "--repeats %s: use 1 to 100", most);
    SweepOptions.require(
        !untilSure || most >= MeasuringPlan.FIRST_REPETITIONS,
        "--repeats %s: --until-sure needs %d or more",
        most,
        MeasuringPlan.FIRST_REPETITIONS);
    SweepOptions.require(
        architectures > 1 || !(untilSure || refineCrossover),
        "%s needs two architectures to compare",
        untilSure ? "--until-sure" : "--refine-crossover");
    SweepOptions.require(
        budget == null || untilSure || refineCrossover,
        "--budget goes with --until-sure or --refine-crossover");
    return new MeasuringPlan(
        most,
        untilSure,
        precision.value(),
        budget == null ? null : time("--budget", budget),
        refineCrossover ? crossoverPrecision.value() : null,
        false);
  }

  private static Duration time(String option, String text) {
    try {
      Duration time = Durations.parse(text);
      SweepOptions.require(time.isPositive(), "%s %s: use a time such as 45m", option, text);
      return time;
    } catch (IllegalArgumentException e) {
      throw new UsageException("%s %s: use a time such as 45m or 2h".formatted(option, text), e);
    }
  }
}
