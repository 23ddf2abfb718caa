package tasktracker.report.verdict;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import tasktracker.analysis.seconds.RunSecond;
import tasktracker.results.LatencyLogReader;
import tasktracker.results.LatencyLogReader.LoggedSecond;
import tasktracker.results.Resources;
import tasktracker.results.RunName;
import tasktracker.results.RunResult;

/** The seconds of a run: its latency log, and the samples of its resources beside them. */
final class SecondsReading {
  private SecondsReading() {}

  /** Empty for a run without a latency log. */
  static List<RunSecond> of(RunResult run, Path folder, Consumer<String> warnings) {
    int length = length(run);
    List<LoggedSecond> logged = logged(run, folder, _ -> true, warnings);
    List<RunSecond> seconds = new ArrayList<>();
    for (int i = 0; i < logged.size(); i++) {
      seconds.add(
          new RunSecond(
              logged.get(i).latencies(),
              logged.get(i).successful(),
              logged.get(i).failures(),
              sampled(run.resources(), i, length, Resources.Sample::cpuPercent),
              sampled(
                  run.resources(),
                  i,
                  length,
                  sample ->
                      sample.memUsageBytes() == null ? null : (double) sample.memUsageBytes())));
    }
    return seconds;
  }

  /**
   * Of some endpoints, without resources, which are nobody's in particular; empty without a log.
   */
  static List<RunSecond> of(
      RunResult run, Path folder, Predicate<String> endpoints, Consumer<String> warnings) {
    return logged(run, folder, endpoints, warnings).stream()
        .map(second ->
            new RunSecond(second.latencies(), second.successful(), second.failures(), null, null))
        .toList();
  }

  private static int length(RunResult run) {
    return run.duration() == null ? 0 : Math.toIntExact(Math.max(1, run.duration().toSeconds()));
  }

  private static List<LoggedSecond> logged(
      RunResult run, Path folder, Predicate<String> endpoints, Consumer<String> warnings) {
    return run.duration() == null
        ? List.of()
        : RunName.folderOf(run)
            .map(name -> folder.resolve(name).resolve("latency.hlog"))
            .map(log -> LatencyLogReader.read(log, length(run), endpoints, warnings))
            .orElse(List.of());
  }

  /** The sum over all instances; null unless each was sampled once a second. */
  private static Double sampled(
      Resources resources, int second, int length, Function<Resources.Sample, Double> figure) {
    if (resources == null || resources.containers().isEmpty()) {
      return null;
    }
    double sum = 0;
    for (Resources.Container container : resources.containers().values()) {
      Double value =
          container.samples().size() == length
              ? figure.apply(container.samples().get(second))
              : null;
      if (value == null) {
        return null;
      }
      sum += value;
    }
    return sum;
  }
}
