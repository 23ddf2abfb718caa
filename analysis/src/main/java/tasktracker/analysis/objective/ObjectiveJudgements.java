package tasktracker.analysis.objective;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tasktracker.analysis.estimate.Estimate;
import tasktracker.analysis.estimate.SampleMean;
import tasktracker.analysis.verdict.AnalysedRun;
import tasktracker.analysis.verdict.ObjectiveJudgement;
import tasktracker.analysis.verdict.ServiceLevelObjective;

/** Whether an architecture keeps to each bound of an objective at each level. */
public final class ObjectiveJudgements {
  private ObjectiveJudgements() {}

  /**
   * From the runs of an architecture among these, by level and bound. Measured is the mean of the
   * runs, with Student's interval where there are several.
   */
  public static List<ObjectiveJudgement> of(
      String architecture,
      List<AnalysedRun> runs,
      ServiceLevelObjective objective,
      double confidence) {
    List<ObjectiveJudgement> judgements = new ArrayList<>();
    for (Map.Entry<Integer, List<AnalysedRun>> level :
        AnalysedRun.levels(architecture, runs).entrySet()) {
      for (ServiceLevelObjective.Bound bound : objective.bounds()) {
        List<Double> values = UsersWithin.values(level.getValue(), bound);
        Estimate measured =
            values.isEmpty() ? null : SampleMean.of(values).estimate(confidence).notBelow(0);
        judgements.add(new ObjectiveJudgement(architecture, level.getKey(), bound, measured));
      }
    }
    return judgements;
  }
}
