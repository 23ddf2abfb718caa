package tasktracker.experiments.experiment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tasktracker.experiments.UsageException;
import tasktracker.experiments.report.Chart;
import tasktracker.experiments.report.ChartImage;
import tasktracker.experiments.result.RecordedRuns;
import tasktracker.experiments.result.ResultsFolder;

/** The plots of a sweep: one for each {@link Metric} and {@code crossover_analysis.png}. */
public final class SweepPlots {

  private SweepPlots() {}

  /**
   * Makes sure that plots can be drawn later.
   *
   * @throws tasktracker.experiments.EnvironmentException if this machine cannot draw
   */
  public static void prepare() {
    ChartImage.prepare();
  }

  /**
   * Draws all plots of a results folder as PNG of 1920 × 1080 pixels.
   *
   * @param outputDirectory created if it is not there; plots of the same name are replaced
   * @return the files written, in a fixed order
   * @throws UsageException if the folder holds no run that ended well
   * @throws tasktracker.experiments.EnvironmentException if this machine cannot draw
   */
  public static List<Path> draw(ResultsFolder results, Path outputDirectory) {
    RecordedRuns recorded = results.read();
    if (recorded.runs().isEmpty()) {
      throw new UsageException(
          results.path() + ": nothing to plot, no run has ended yet; let one finish first");
    }
    try {
      Files.createDirectories(outputDirectory);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Map<Path, Chart> plots = new LinkedHashMap<>();
    var charts = new SweepCharts(recorded);
    Metric.ALL.forEach(metric ->
        plots.put(
            outputDirectory.resolve(metric.file() + "_vs_concurrency.png"), charts.of(metric)));
    plots.put(outputDirectory.resolve("crossover_analysis.png"), charts.crossovers());
    plots.entrySet().parallelStream()
        .forEach(plot -> ChartImage.write(plot.getValue(), plot.getKey()));
    return List.copyOf(plots.keySet());
  }
}
