package tasktracker.analysis.compare;

import java.util.ArrayList;
import java.util.List;
import tasktracker.analysis.estimate.Estimate;
import tasktracker.analysis.verdict.AnalysedRun;
import tasktracker.analysis.verdict.AnalysisSettings;
import tasktracker.analysis.verdict.ComparedMetric;
import tasktracker.analysis.verdict.MetricCurve;

/** The metrics of each architecture over the levels. */
public final class Curves {
  private Curves() {}

  /** By metric and architecture; without those that no run has. */
  public static List<MetricCurve> of(
      List<String> architectures, List<AnalysedRun> runs, AnalysisSettings settings) {
    List<MetricCurve> curves = new ArrayList<>();
    for (ComparedMetric metric : ComparedMetric.values()) {
      for (String architecture : architectures) {
        List<MetricCurve.Level> levels = levels(architecture, metric, runs, settings);
        if (!levels.isEmpty()) {
          curves.add(new MetricCurve(architecture, metric, levels));
        }
      }
    }
    return curves;
  }

  private static List<MetricCurve.Level> levels(
      String architecture,
      ComparedMetric metric,
      List<AnalysedRun> runs,
      AnalysisSettings settings) {
    List<MetricCurve.Level> levels = new ArrayList<>();
    AnalysedRun.levels(architecture, runs)
        .forEach((concurrency, of) -> {
          Estimate mean = ComparedLevel.mean(metric, of, settings);
          if (mean != null) {
            levels.add(new MetricCurve.Level(concurrency, AnalysedRun.values(metric, of), mean));
          }
        });
    return levels;
  }
}
