package tasktracker.load.locust;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tasktracker.load.LoadResult;
import tasktracker.load.report.HtmlReport;
import tasktracker.load.report.TimeChart;

/** The files of one run. */
public final class LocustFiles {
  private LocustFiles() {}

  /**
   * Writes {@code stats_stats.csv}, {@code stats_stats_history.csv}, {@code stats_failures.csv},
   * {@code stats_exceptions.csv}, {@code locust.log}, {@code latency.hlog} and {@code report.html}
   * into a folder, which is made where it is missing. Files of an earlier run are replaced.
   *
   * <p>The columns are those of Locust. Unlike Locust's, each row of the history holds the figures
   * of its own second instead of a sliding window of ten, and percentiles are not rounded to whole
   * milliseconds.
   */
  public static void write(LoadResult result, Path folder) throws IOException {
    write(result, folder, List.of());
  }

  /**
   * Likewise.
   *
   * @param charts that the page shows besides its own
   */
  public static void write(LoadResult result, Path folder, List<TimeChart> charts)
      throws IOException {
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("stats_stats.csv"), StatsCsv.of(result));
    Files.writeString(folder.resolve("stats_stats_history.csv"), HistoryCsv.of(result));
    Files.writeString(folder.resolve("stats_failures.csv"), FailuresCsv.of(result.recording()));
    Files.writeString(folder.resolve("stats_exceptions.csv"), ExceptionsCsv.of(result.recording()));
    Files.writeString(folder.resolve("locust.log"), RunLogText.of(result));
    LatencyLog.write(result, folder.resolve("latency.hlog"));
    Files.writeString(folder.resolve("report.html"), HtmlReport.of(result, charts));
  }
}
