package tasktracker.report.verdict;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tasktracker.analysis.seconds.RunSecond;
import tasktracker.analysis.seconds.SeriesTrend;
import tasktracker.analysis.seconds.WarmingTrend;
import tasktracker.results.ResultsFolder;
import tasktracker.results.RunName;
import tasktracker.results.RunResult;

/**
 * Prints what the judgement on warm-up saw in each run of results folders: for the calibration of
 * its thresholds with real windows.
 */
public final class WarmingStatistics {
  private WarmingStatistics() {}

  /** Prints the runs of the folders that are named. */
  public static void main(String... folders) {
    for (String folder : folders) {
      of(ResultsFolder.open(Path.of(folder))).forEach(System.out::println);
    }
  }

  /** A line for each run, and one for each of its series. */
  static List<String> of(ResultsFolder folder) {
    List<String> lines = new ArrayList<>();
    for (RunResult run : folder.read().runs()) {
      List<RunSecond> seconds = SecondsReading.of(run, folder.path(), lines::add);
      WarmingTrend trend = Assessments.judge(run, seconds);
      lines.add(
          "%s: %s"
              .formatted(
                  RunName.folderOf(run).orElse(run.architecture()),
                  trend
                      .objection(seconds.size())
                      .orElse(trend.isJudged() ? "warm" : "not judged")));
      trend.trends().forEach(each -> lines.add(line(each)));
    }
    return lines;
  }

  private static String line(SeriesTrend trend) {
    return String.format(
        Locale.ROOT,
        "    %-40s p %.4f  slope %+.1f %%  halves %+.1f %%  step %s  %.3f to %.3f %s",
        trend.series().name(),
        trend.p(),
        100 * trend.slope(),
        100 * trend.halves(),
        trend.hasStep() ? "yes" : "no",
        trend.from(),
        trend.to(),
        trend.series().unit());
  }
}
