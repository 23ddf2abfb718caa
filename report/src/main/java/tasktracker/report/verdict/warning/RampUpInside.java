package tasktracker.report.verdict.warning;

import java.util.List;
import java.util.Optional;
import tasktracker.results.HistoryReader;

/** Users that start while figures are taken. */
final class RampUpInside implements Warning {
  private static final String SENTENCE =
      "The figures of %s hold set-up and ramp-up: users were still starting, in the longest case"
          + " for %.0f s of the history.";

  /** The first row may be written before the first second of the measurement is over. */
  private static final double TOLERATED_SECONDS = 1;

  @Override
  public Optional<String> about(SweepData data) {
    return new LongestOfRuns(data, TOLERATED_SECONDS, run -> seconds(data.history(run)))
        .sentence(SENTENCE);
  }

  /** From the first row to the first with all users. */
  private static double seconds(List<HistoryReader.Row> rows) {
    int most = rows.stream().mapToInt(HistoryReader.Row::users).max().orElse(0);
    return rows.stream()
        .filter(row -> row.users() == most)
        .findFirst()
        .map(row -> (double) row.epochSecond() - rows.getFirst().epochSecond())
        .orElse(0.0);
  }
}
