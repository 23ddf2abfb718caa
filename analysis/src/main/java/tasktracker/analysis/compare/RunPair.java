package tasktracker.analysis.compare;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tasktracker.analysis.verdict.AnalysedRun;
import tasktracker.analysis.verdict.ComparedMetric;

/** Two runs of the same level and repetition, one of each architecture. */
record RunPair(AnalysedRun baseline, AnalysedRun candidate) {

  /** Pairs runs by repetition; a run without its counterpart is left out. */
  static List<RunPair> of(List<AnalysedRun> baseline, List<AnalysedRun> candidate) {
    Map<Integer, AnalysedRun> counterparts = new HashMap<>();
    candidate.forEach(run -> counterparts.put(run.repetition(), run));
    List<RunPair> pairs = new ArrayList<>();
    for (AnalysedRun run : baseline) {
      AnalysedRun counterpart = counterparts.get(run.repetition());
      if (counterpart != null) {
        pairs.add(new RunPair(run, counterpart));
      }
    }
    return pairs;
  }

  boolean has(ComparedMetric metric) {
    return baseline.figure(metric) != null && candidate.figure(metric) != null;
  }
}
