package tasktracker.experiments.analysis;

import java.util.List;
import java.util.Map;
import tasktracker.experiments.analysis.compare.Comparisons;
import tasktracker.experiments.analysis.compare.Curves;
import tasktracker.experiments.analysis.verdict.AnalysedRun;
import tasktracker.experiments.analysis.verdict.AnalysisSettings;
import tasktracker.experiments.analysis.verdict.Circumstances;
import tasktracker.experiments.analysis.verdict.Comparison;
import tasktracker.experiments.analysis.verdict.SweepAnalysis;
import tasktracker.experiments.analysis.verdict.VerdictText;

/** Makes an analysis of runs. The same runs, settings and seed give the same analysis. */
public final class SweepAnalyst {
  private final AnalysisSettings settings;

  /** An analyst with these settings. */
  public SweepAnalyst(AnalysisSettings settings) {
    this.settings = settings;
  }

  /**
   * Analyses the runs of an experiment.
   *
   * @param architectures in the order of the experiment; the first is the baseline
   * @param runs all of them, excluded ones too
   * @param circumstances under which they were measured
   * @param warnings what is known to be wrong with the data
   */
  public SweepAnalysis analyse(
      List<String> architectures,
      List<AnalysedRun> runs,
      Circumstances circumstances,
      List<String> warnings) {
    List<AnalysedRun> counting = runs.stream().filter(run -> !run.assessment().excluded()).toList();
    SweepAnalysis analysis =
        new SweepAnalysis(
            List.of(),
            Map.of(),
            warnings,
            Method.text(settings),
            settings,
            architectures,
            Curves.of(architectures, counting, settings),
            comparisons(architectures, counting),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            runs.stream().map(AnalysedRun::assessment).toList(),
            null);
    VerdictText text = new VerdictText(analysis, circumstances);
    return analysis.withText(text.verdict(), text.insights());
  }

  private List<Comparison> comparisons(List<String> architectures, List<AnalysedRun> runs) {
    Comparisons comparisons = new Comparisons(settings);
    return architectures.stream()
        .skip(1)
        .map(candidate -> comparisons.of(architectures.getFirst(), candidate, runs))
        .toList();
  }
}
