package tasktracker.experiments.experiment.verdict;

import java.util.ArrayList;
import java.util.List;
import tasktracker.experiments.analysis.seconds.RunSecond;
import tasktracker.experiments.analysis.seconds.SteadyState;
import tasktracker.experiments.analysis.verdict.RunAssessment;
import tasktracker.experiments.analysis.verdict.Validity;
import tasktracker.experiments.result.RunName;
import tasktracker.experiments.result.RunResult;

/** Whether claims may rest on a run: what the run says itself, and whether it was steady. */
final class Assessments {
  private Assessments() {}

  static RunAssessment of(RunResult run, int repetition, List<RunSecond> seconds) {
    Validity validity = validity(run);
    List<String> reasons = new ArrayList<>(reasons(run));
    List<String> objections = objections(run, seconds);
    reasons.addAll(objections);
    if (!objections.isEmpty() && validity != Validity.INVALID) {
      validity = Validity.SUSPECT;
    }
    return new RunAssessment(
        RunName.folderOf(run)
            .orElse("%s at %d users".formatted(run.architecture(), run.concurrency())),
        run.architecture(),
        run.concurrency(),
        repetition,
        validity,
        reasons,
        validity == Validity.INVALID);
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

  private static Validity validity(RunResult run) {
    Object word = run.additions().get("validity");
    for (Validity validity : Validity.values()) {
      if (validity.name().equals(word)) {
        return validity;
      }
    }
    return null;
  }

  private static List<String> reasons(RunResult run) {
    return run.additions().get("validity_reasons") instanceof List<?> reasons
        ? reasons.stream().map(String::valueOf).toList()
        : List.of();
  }
}
