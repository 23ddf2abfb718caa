package tasktracker.report.verdict;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
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
  private Assessments() {}

  static RunAssessment of(RunResult run, int repetition, List<RunSecond> seconds) {
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

  /** Likewise; an older run that was judged for the steady state alone is judged for warm-up. */
  private static List<String> warming(RunResult run, List<RunSecond> seconds) {
    if (run.additions().containsKey("still_warming_up") || seconds.isEmpty()) {
      return List.of();
    }
    return judge(run, seconds).objection(seconds.size()).stream().toList();
  }

  /** What the trends of its seconds say. */
  static WarmingTrend judge(RunResult run, List<RunSecond> seconds) {
    return WarmingReading.judge(
        seconds.stream().map(second -> (double) second.requests()).toList(),
        seconds.stream().map(RunSecond::meanLatencyMs).toList(),
        String.valueOf(run.additions().get("load_model")).startsWith("open"),
        run.resources(),
        run.start());
  }

  /** A run that was judged when it ended holds its objections among its reasons. */
  private static List<String> objections(RunResult run, List<RunSecond> seconds) {
    return run.additions().containsKey("steady_state")
        ? List.of()
        : SteadyState.objections(
            seconds.stream().map(second -> (double) second.requests()).toList(),
            seconds.stream()
                .filter(second -> second.requests() > 0)
                .map(RunSecond::meanLatencyMs)
                .toList());
  }
}
