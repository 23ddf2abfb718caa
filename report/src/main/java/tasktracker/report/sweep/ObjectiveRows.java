package tasktracker.report.sweep;

import java.util.List;
import tasktracker.analysis.verdict.SweepAnalysis;
import tasktracker.analysis.verdict.Wording;
import tasktracker.report.ValueText;

/** What was promised and what was measured, a row for each bound, level and architecture. */
public final class ObjectiveRows {
  /** Their headings. */
  public static final List<String> HEADINGS =
      List.of("Objective", "Users", "Architecture", "Measured", "Verdict");

  private ObjectiveRows() {}

  /** As text, under the headings; empty where nothing was promised. */
  public static List<List<String>> of(SweepAnalysis analysis) {
    return analysis.objectives().stream()
        .map(judgement ->
            List.of(
                judgement.bound().toString(),
                String.valueOf(judgement.concurrency()),
                judgement.architecture(),
                judgement.measured() == null
                    ? ValueText.MISSING
                    : Wording.estimate(judgement.measured())
                        + " "
                        + judgement.bound().metric().unit(),
                judgement.verdict()))
        .toList();
  }
}
