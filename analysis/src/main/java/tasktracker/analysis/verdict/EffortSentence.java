package tasktracker.analysis.verdict;

import java.time.Duration;
import java.util.Optional;

/**
 * What repeating only the undecided levels took beside the fixed plan.
 *
 * @param effort null where the plan was not adaptive
 */
record EffortSentence(MeasuringEffort effort) {
  private static final int SECONDS_PER_MINUTE = 60;

  Optional<String> text() {
    if (effort == null) {
      return Optional.empty();
    }
    String took =
        "repeating only what was not yet sure took %d runs and %s"
            .formatted(effort.runs(), time(effort.seconds()));
    return Optional.of(
        effort.fixedRuns() <= effort.runs()
            ? took + ", and saved nothing, because every level was repeated equally often"
            : "%s; a fixed plan that repeats every level as often as the one repeated most has %d runs, which at the mean times of a run and of a deployment are %s, so about %s (%s) were saved"
                .formatted(
                    took,
                    effort.fixedRuns(),
                    time(effort.fixedSeconds()),
                    time(effort.saved()),
                    Wording.percent(
                        Math.round(100 * effort.saved() / effort.fixedSeconds()) / 100.0)));
  }

  /** {@code 45 s}, {@code 12 min}, {@code 3 h 5 min}. */
  private static String time(double seconds) {
    if (seconds < 2 * SECONDS_PER_MINUTE) {
      return Math.round(seconds) + " s";
    }
    Duration time = Duration.ofMinutes(Math.round(seconds / SECONDS_PER_MINUTE));
    return time.toHours() == 0
        ? time.toMinutes() + " min"
        : "%d h %d min".formatted(time.toHours(), time.toMinutesPart());
  }
}
