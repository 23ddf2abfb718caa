package tasktracker.experiments.result;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import tasktracker.experiments.UsageException;
import tools.jackson.databind.JsonNode;

/** Reads what an experiment left, whichever of its files are there. */
final class ResultsReader {

  private ResultsReader() {}

  static void requireResults(Path folder) {
    if (!Files.isDirectory(folder)) {
      throw new UsageException(folder + ": no such folder; name the folder of an experiment");
    }
    boolean any =
        Files.exists(folder.resolve(ResultsFolder.LINES))
            || Files.exists(folder.resolve(ResultsFolder.ALL))
            || Files.exists(folder.resolve(ResultsFolder.CONFIG))
            || !runFiles(folder).isEmpty();
    if (!any) {
      throw new UsageException(
          folder
              + ": not a results folder; it has no results.jsonl, no all_results.json and no"
              + " run_*/results.json");
    }
  }

  static RecordedRuns read(Path folder) throws IOException {
    List<String> warnings = new ArrayList<>();
    List<RunResult> runs = runs(folder, warnings::add);
    Set<String> done = RecordedRuns.done(runs);
    List<FailedRun> failures =
        lines(folder.resolve(ResultsFolder.FAILURES), FailedRun.class, warnings::add).stream()
            .filter(failure -> !done.contains(failure.folder()))
            .toList();
    return new RecordedRuns(config(folder), runs, failures, warnings);
  }

  private static JsonNode config(Path folder) throws IOException {
    Path file = folder.resolve(ResultsFolder.CONFIG);
    return Files.exists(file)
        ? JsonFile.read(file, JsonNode.class)
        : Json.MAPPER.createObjectNode();
  }

  private static List<RunResult> runs(Path folder, Consumer<String> warnings) throws IOException {
    List<RunResult> lines = lines(folder.resolve(ResultsFolder.LINES), RunResult.class, warnings);
    if (!lines.isEmpty()) {
      return lines;
    }
    Path all = folder.resolve(ResultsFolder.ALL);
    if (Files.exists(all)) {
      return List.of(JsonFile.read(all, RunResult[].class));
    }
    List<RunResult> runs = new ArrayList<>();
    for (Path file : runFiles(folder)) {
      runs.add(JsonFile.read(file, RunResult.class));
    }
    return runs;
  }

  private static <T> List<T> lines(Path file, Class<T> type, Consumer<String> warnings)
      throws IOException {
    return Files.exists(file) ? JsonLines.read(file, type, warnings) : List.of();
  }

  private static List<Path> runFiles(Path folder) {
    try (var entries = Files.list(folder)) {
      return entries
          .filter(entry -> entry.getFileName().toString().startsWith("run_"))
          .map(entry -> entry.resolve(ResultsFolder.RUN))
          .filter(Files::exists)
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
