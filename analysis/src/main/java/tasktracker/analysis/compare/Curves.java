package tasktracker.analysis.compare;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
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
    runs.stream()
        .filter(run -> run.architecture().equals(architecture))
        .collect(groupingBy(AnalysedRun::concurrency, TreeMap::new, toList()))
        .forEach((concurrency, of) -> {
          Estimate mean = ComparedLevel.mean(metric, of, settings);
          if (mean != null) {
            List<Double> values =
                of.stream().map(run -> run.figure(metric)).filter(Objects::nonNull).toList();
            levels.add(new MetricCurve.Level(concurrency, values, mean));
          }
        });
    return levels;
  }
}
