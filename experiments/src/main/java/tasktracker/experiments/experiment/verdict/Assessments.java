package tasktracker.experiments.experiment.verdict;

import java.util.List;
import tasktracker.experiments.analysis.verdict.RunAssessment;
import tasktracker.experiments.analysis.verdict.Validity;
import tasktracker.experiments.result.RunName;
import tasktracker.experiments.result.RunResult;

/** Whether claims may rest on a run, as the run itself says. */
final class Assessments {
  private Assessments() {}

  static RunAssessment of(RunResult run, int repetition) {
    Validity validity = validity(run);
    return new RunAssessment(
        RunName.folderOf(run)
            .orElse("%s at %d users".formatted(run.architecture(), run.concurrency())),
        run.architecture(),
        run.concurrency(),
        repetition,
        validity,
        reasons(run),
        validity == Validity.INVALID);
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
