package tasktracker.experiments;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import tasktracker.load.model.ClosedModel;
import tasktracker.load.model.Durations;
import tasktracker.load.model.ThinkTime;

/**
 * What an experiment consists of and how long it takes: with the shortest warm-ups, and with the
 * longest.
 *
 * @param failures seconds of load of each failure experiment
 * @param startUps how long all systems together took to start once
 */
public record ExperimentLength(SweepSettings settings, List<Failure> failures, Duration startUps) {
  /** Between two runs: data are emptied, results written. */
  private static final Duration BETWEEN = Duration.ofSeconds(2);

  private static final double SECONDS_PER_MINUTE = 60;

  /**
   * A failure experiment.
   *
   * @param what is broken, in words
   * @param systems how many systems it is done to
   * @param load length of the load on each, without warm-up
   * @param warmUp how long the warm-up of each may take
   */
  public record Failure(String what, int systems, Duration load, Duration warmUp) {}

  /** A line each. */
  public List<String> lines() {
    MeasuringPlan measuring = settings.measuring();
    int least = measuring.leastRepetitions();
    int most = measuring.mostRepetitions();
    int systems = settings.architectures().size();
    int levels = settings.concurrencyLevels().size();
    List<String> lines = new ArrayList<>();
    lines.add(
        "Plan: %d system%s × %d level%s (%s users) × %s repetition%s = %s runs of %s"
            .formatted(
                systems,
                plural(systems),
                levels,
                plural(levels),
                settings.concurrencyLevels().stream()
                    .map(String::valueOf)
                    .collect(Collectors.joining(", ")),
                range(least, most),
                plural(most),
                range(systems * levels * least, systems * levels * most),
                Durations.format(settings.duration())));
    failures.forEach(failure -> lines.add("      then: " + failure.what()));
    lines.add(
        "It takes %s minutes, by how long systems take to be warm%s"
            .formatted(
                range(
                    minutes(sweep(least, settings.leastWarmUp()).plus(breaking(false))),
                    minutes(sweep(most, settings.warmUpLimit()).plus(breaking(true)))),
                measuring.untilSure() ? " and the answer to be sure" : ""));
    return lines;
  }

  private Duration sweep(int repetitions, Duration warmUp) {
    boolean eachItsOwn = settings.freshDeployment() == FreshDeployment.RUN;
    Duration runs = Duration.ZERO;
    for (int level : settings.concurrencyLevels()) {
      Duration settling = eachItsOwn ? Duration.ZERO : Settling.time(users(level));
      runs = runs.plus(settling).plus(settings.duration()).plus(BETWEEN);
    }
    int systems = settings.architectures().size();
    int sharing = eachItsOwn ? settings.concurrencyLevels().size() : 1;
    Duration each = IdleWindow.time().plus(warmUp);
    Duration deployments = startUps.plus(each.multipliedBy(systems)).multipliedBy(sharing);
    return runs.multipliedBy(systems).plus(deployments).multipliedBy(repetitions);
  }

  private ClosedModel users(int level) {
    return new ClosedModel(level, settings.spawnRate(), ThinkTime.NONE);
  }

  private Duration breaking(boolean longest) {
    Duration sum = Duration.ZERO;
    for (Failure failure : failures) {
      Duration one = failure.load().plus(longest ? failure.warmUp() : Duration.ZERO).plus(BETWEEN);
      sum = sum.plus(one.multipliedBy(failure.systems()));
    }
    return sum;
  }

  private static int minutes(Duration time) {
    return (int) Math.max(1, Math.round(time.toSeconds() / SECONDS_PER_MINUTE));
  }

  private static String range(int least, int most) {
    return least == most ? String.valueOf(least) : least + " to " + most;
  }

  private static String plural(int count) {
    return count == 1 ? "" : "s";
  }
}
