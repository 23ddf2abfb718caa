package tasktracker.report.verdict;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;
import tasktracker.analysis.seconds.RunSecond;
import tasktracker.analysis.seconds.SteadyState;
import tasktracker.analysis.seconds.WarmingTrend;
import tasktracker.analysis.verdict.RunAssessment;
import tasktracker.load.watch.Validity;
import tasktracker.results.RunName;
import tasktracker.results.RunResult;

/**
 * Whether claims may rest on a run: what the run says itself, and whether it was warm and steady.
 */
final class Assessments {
  private static final String WARMING = "still_warming_up";
  private static final String STEADY = "steady_state";

  private Assessments() {}

  /**
   * The word on a run.
   *
   * @param logged gives its seconds; asked only where the run does not say what they were judged as
   */
  static RunAssessment of(RunResult run, int repetition, Supplier<List<RunSecond>> logged) {
    boolean judged = run.additions().keySet().containsAll(List.of(WARMING, STEADY));
    List<RunSecond> seconds = judged ? List.of() : logged.get();
    Validity validity = run.addition("validity", Validity.class).orElse(null);
    List<String> reasons = new ArrayList<>();
    run.addition("validity_reasons", String[].class)
        .ifPresent(given -> Collections.addAll(reasons, given));
    List<String> objections = new ArrayList<>(warming(run, seconds));
    objections.addAll(objections(run, seconds));
    reasons.addAll(objections);
    if (!objections.isEmpty() && validity != Validity.INVALID) {
      validity = Validity.SUSPECT;
    }
    return new RunAssessment(
        RunName.nameOf(run),
        run.architecture(),
        run.concurrency(),
        repetition,
        validity,
        reasons,
        validity == Validity.INVALID || reasons.stream().anyMatch(Assessments::saysWarming),
        run.confirms());
  }

  private static boolean saysWarming(String reason) {
    return reason.startsWith(WarmingTrend.REASON);
  }

  /** An older run that was judged for the steady state alone is judged for warm-up. */
  private static List<String> warming(RunResult run, List<RunSecond> seconds) {
    if (run.additions().containsKey(WARMING) || seconds.isEmpty()) {
      return List.of();
    }
    return WarmingReading.judge(
            seconds.stream().map(second -> (double) second.requests()).toList(),
            seconds.stream().map(RunSecond::meanLatencyMs).toList(),
            String.valueOf(run.additions().get("load_model")).startsWith("open"),
            run.resources(),
            run.start())
        .objection(seconds.size())
        .stream()
        .toList();
  }

  /** A run that was judged when it ended holds its objections among its reasons. */
  private static List<String> objections(RunResult run, List<RunSecond> seconds) {
    return run.additions().containsKey(STEADY)
        ? List.of()
        : SteadyState.objections(
            seconds.stream().map(second -> (double) second.requests()).toList(),
            seconds.stream()
                .filter(second -> second.requests() > 0)
                .map(RunSecond::meanLatencyMs)
                .toList());
  }
}
