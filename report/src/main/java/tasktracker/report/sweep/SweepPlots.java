package tasktracker.report.sweep;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tasktracker.report.Chart;
import tasktracker.report.ChartImage;
import tasktracker.results.file.TargetFile;

/** The plots of a sweep: one for each {@link Metric} and {@code crossover_analysis.png}. */
public final class SweepPlots {

  private SweepPlots() {}

  /**
   * Draws all plots as PNG of 1920 × 1080 pixels.
   *
   * @param outputDirectory created if it is not there; plots of the same name are replaced
   * @return the files written, in a fixed order
   * @throws tasktracker.error.EnvironmentException if this machine cannot draw
   */
  public static List<Path> draw(SweepFindings findings, Path outputDirectory) {
    TargetFile.folder(outputDirectory);
    Map<Path, Chart> plots = new LinkedHashMap<>();
    var charts = new SweepCharts(findings);
    Metric.ALL.forEach(metric ->
        plots.put(
            outputDirectory.resolve(metric.file() + "_vs_concurrency.png"), charts.of(metric)));
    plots.put(outputDirectory.resolve("crossover_analysis.png"), charts.crossovers());
    plots.entrySet().parallelStream()
        .forEach(plot -> ChartImage.write(plot.getValue(), plot.getKey()));
    return List.copyOf(plots.keySet());
  }
}
