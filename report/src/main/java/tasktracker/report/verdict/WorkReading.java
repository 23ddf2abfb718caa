package tasktracker.report.verdict;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import tasktracker.analysis.verdict.EndpointWork;
import tasktracker.results.EndpointReader;
import tasktracker.results.RunName;
import tasktracker.results.RunResult;
import tasktracker.results.file.TextFile;

/** What a run asked of each endpoint, from the file of its endpoints. */
final class WorkReading {
  private WorkReading() {}

  /** How often its users did all that they do; null where it does not say. */
  static Long iterations(RunResult run) {
    return run.addition("iterations", Long.class).filter(count -> count > 0).orElse(null);
  }

  /**
   * Empty for a run without such a file.
   *
   * @param warnings told where the file is there and says nothing, so that work is not compared
   */
  static List<EndpointWork> of(RunResult run, Path folder, Consumer<String> warnings) {
    Optional<Path> file =
        RunName.folderOf(run).map(name -> folder.resolve(name).resolve("stats_stats.csv"));
    List<EndpointReader.Row> rows = file.map(EndpointReader::read).orElse(List.of());
    if (rows.isEmpty() && file.filter(TextFile::isThere).isPresent()) {
      warnings.accept(
          "%s cannot be read, so whether the systems did the same work is not known."
              .formatted(file.get()));
    }
    return rows.stream()
        .map(row ->
            new EndpointWork(
                (row.method() + " " + row.name()).strip(),
                row.requests(),
                row.failures(),
                row.meanBytes()))
        .toList();
  }
}
