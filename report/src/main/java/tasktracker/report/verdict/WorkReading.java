package tasktracker.report.verdict;

import java.nio.file.Path;
import java.util.List;
import tasktracker.analysis.verdict.EndpointWork;
import tasktracker.results.EndpointReader;
import tasktracker.results.RunName;
import tasktracker.results.RunResult;

/** What a run asked of each endpoint, from the file of its endpoints. */
final class WorkReading {
  private WorkReading() {}

  /** How often its users did all that they do; null where it does not say. */
  static Long iterations(RunResult run) {
    return run.addition("iterations", Long.class).filter(count -> count > 0).orElse(null);
  }

  /** Empty for a run without such a file. */
  static List<EndpointWork> of(RunResult run, Path folder) {
    return RunName.folderOf(run)
        .map(name -> folder.resolve(name).resolve("stats_stats.csv"))
        .map(EndpointReader::read)
        .orElse(List.of())
        .stream()
        .map(row ->
            new EndpointWork(
                (row.method() + " " + row.name()).strip(),
                row.requests(),
                row.failures(),
                row.meanBytes()))
        .toList();
  }
}
