package tasktracker.report.failure;

import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tasktracker.report.Chart;
import tasktracker.report.ChartImage;
import tasktracker.results.failure.FailureFolder;
import tasktracker.results.failure.FailureResult;
import tasktracker.results.file.TargetFile;

/**
 * The five plots of a failure experiment. With several architectures they compare them, and each
 * has its own in a folder below.
 */
public final class FailurePlots {
  private FailurePlots() {}

  /**
   * Draws all plots of a results folder as PNG of 1920 × 1080 pixels.
   *
   * @param outputDirectory created if it is not there; plots of the same name are replaced
   * @return the files written, in a fixed order
   * @throws tasktracker.error.UsageException if the folder holds no results
   * @throws tasktracker.error.EnvironmentException if this machine cannot draw
   */
  public static List<Path> draw(FailureFolder folder, Path outputDirectory) {
    Map<String, FailureResult> results = folder.read();
    Map<Path, Chart> plots = new LinkedHashMap<>();
    add(outputDirectory, results.values(), plots);
    if (results.size() > 1) {
      results.forEach(
          (below, result) -> add(outputDirectory.resolve(below), List.of(result), plots));
    }
    plots.entrySet().parallelStream()
        .forEach(plot -> ChartImage.writeCourse(plot.getValue(), plot.getKey()));
    return List.copyOf(plots.keySet());
  }

  private static void add(
      Path directory, Collection<FailureResult> results, Map<Path, Chart> plots) {
    TargetFile.folder(directory);
    new FailureCharts(results)
        .all()
        .forEach((name, chart) -> plots.put(directory.resolve(name + ".png"), chart));
  }
}
