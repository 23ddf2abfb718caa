package tasktracker.report.verdict.warning;

import java.util.Locale;
import java.util.Optional;
import tasktracker.results.RunResult;

/** Users that hardly ever wait for an answer, at any level. */
final class MostlyThinking implements Warning {
  private static final double HARDLY = 0.05;

  @Override
  public Optional<String> about(SweepData data) {
    double most =
        data.runs().stream()
            .filter(run -> run.figures() != null)
            .filter(
                run -> run.figures().throughput() != null && run.figures().latency().avg() != null)
            .mapToDouble(MostlyThinking::waiting)
            .max()
            .orElse(1);
    return most > HARDLY
        ? Optional.empty()
        : Optional.of(
            String.format(
                Locale.ROOT,
                "At every level users wait for answers at most %.1f %% of their time and think for"
                    + " the rest: they offer a constant trickle that loads neither architecture,"
                    + " and no limit can show.",
                100 * most));
  }

  /** By Little's law the part of a user's time that it waits for answers is X·R/N. */
  private static double waiting(RunResult run) {
    return run.figures().throughput() * run.figures().latency().avg() / 1e3 / run.concurrency();
  }
}
