package tasktracker.load.locust;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tasktracker.load.LoadResult;

/** The files of one run. */
public final class LocustFiles {
  private LocustFiles() {}

  /**
   * Writes {@code stats_stats.csv}, {@code stats_stats_history.csv}, {@code stats_failures.csv},
   * {@code stats_exceptions.csv}, {@code locust.log}, {@code latency.hlog} and {@code report.html}
   * into a folder, which is made where it is missing.
   */
  public static void write(LoadResult result, Path folder) throws IOException {
    Files.createDirectories(folder);
    if (result.stopped()) {
      throw new UnsupportedOperationException("not yet");
    }
  }
}
