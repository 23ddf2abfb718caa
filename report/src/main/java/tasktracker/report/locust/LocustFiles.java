package tasktracker.report.locust;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import tasktracker.load.LoadResult;
import tasktracker.load.recording.Recording;
import tasktracker.report.Chart;
import tasktracker.report.load.LoadReport;
import tasktracker.results.file.FileFailure;

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
  public static void write(LoadResult result, Path folder, List<Chart> charts) throws IOException {
    writeRecording(result.recording(), result.start(), result.length(), folder);
    write(folder.resolve("locust.log"), RunLogText.of(result));
    write(folder.resolve("report.html"), LoadReport.of(result, charts).toHtml());
  }

  /**
   * Writes those files that hold what was recorded, whoever did: all but {@code locust.log} and
   * {@code report.html}.
   */
  public static void writeRecording(
      Recording recording, Instant start, Duration length, Path folder) throws IOException {
    Files.createDirectories(folder);
    write(folder.resolve("stats_stats.csv"), StatsCsv.of(recording, length));
    write(folder.resolve("stats_stats_history.csv"), HistoryCsv.of(recording));
    write(folder.resolve("stats_failures.csv"), FailuresCsv.of(recording));
    write(folder.resolve("stats_exceptions.csv"), ExceptionsCsv.of(recording));
    Path log = folder.resolve("latency.hlog");
    try {
      LatencyLog.write(recording, start, log);
    } catch (IOException e) {
      throw FileFailure.named(log, e);
    }
  }

  private static void write(Path file, String text) throws IOException {
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      throw FileFailure.named(file, e);
    }
  }
}
