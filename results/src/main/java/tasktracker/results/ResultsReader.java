package tasktracker.results;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import tasktracker.error.UsageException;
import tasktracker.results.JsonLines.Numbered;
import tasktracker.results.file.FileFailure;
import tasktracker.results.file.TextFile;
import tools.jackson.databind.JsonNode;

/** Reads what an experiment left, whichever of its files are there. */
final class ResultsReader {

  private ResultsReader() {}

  static void requireResults(Path folder) {
    if (!Files.isDirectory(folder)) {
      throw new UsageException(
          folder
              + (Files.isSymbolicLink(folder)
                  ? ": a link that leads to no folder; name the folder of an experiment"
                  : ": no such folder; name the folder of an experiment"));
    }
    boolean any =
        TextFile.isThere(folder.resolve(ResultsFolder.LINES))
            || TextFile.isThere(folder.resolve(ResultsFolder.ALL))
            || TextFile.isThere(folder.resolve(ResultsFolder.CONFIG))
            || !runFiles(folder).isEmpty();
    if (!any) {
      throw new UsageException(
          folder
              + ": not a results folder; it has no results.jsonl, no all_results.json and no"
              + " run_*/results.json");
    }
  }

  static RecordedRuns read(Path folder) {
    List<String> warnings = new ArrayList<>();
    List<RunResult> runs = new Distinct(warnings::add).of(runs(folder, warnings::add));
    Set<String> done = RecordedRuns.done(runs);
    List<FailedRun> failures =
        lines(folder.resolve(ResultsFolder.FAILURES), FailedRun.class, warnings::add).stream()
            .map(Numbered::value)
            .distinct()
            .filter(failure -> !done.contains(failure.folder()))
            .toList();
    return new RecordedRuns(config(folder), runs, failures, warnings);
  }

  private static JsonNode config(Path folder) {
    Path file = folder.resolve(ResultsFolder.CONFIG);
    return TextFile.isThere(file) ? ConfigReader.read(file) : Json.MAPPER.createObjectNode();
  }

  private static List<Numbered<RunResult>> runs(Path folder, Consumer<String> warnings) {
    List<Numbered<RunResult>> lines =
        lines(folder.resolve(ResultsFolder.LINES), RunResult.class, warnings);
    if (!lines.isEmpty()) {
      return lines;
    }
    Path all = folder.resolve(ResultsFolder.ALL);
    List<Numbered<RunResult>> runs = new ArrayList<>();
    if (TextFile.isThere(all)) {
      for (RunResult run : JsonFile.read(all, RunResult[].class)) {
        String place = "%s, [%d]".formatted(all, runs.size());
        UsageException.unless(run != null, "%s: holds null", place);
        runs.add(new Numbered<>(place, run));
      }
      return runs;
    }
    for (Path file : runFiles(folder)) {
      runs.add(new Numbered<>(file.toString(), JsonFile.read(file, RunResult.class)));
    }
    return runs;
  }

  private static <T> List<Numbered<T>> lines(Path file, Class<T> type, Consumer<String> warnings) {
    return TextFile.isThere(file) ? JsonLines.read(file, type, warnings) : List.of();
  }

  private static List<Path> runFiles(Path folder) {
    try (var entries = Files.list(folder)) {
      return entries
          .filter(entry -> entry.getFileName().toString().startsWith("run_"))
          .map(entry -> entry.resolve(ResultsFolder.RUN))
          .filter(TextFile::isThere)
          .sorted()
          .toList();
    } catch (IOException e) {
      throw FileFailure.reading(folder, e);
    }
  }
}
