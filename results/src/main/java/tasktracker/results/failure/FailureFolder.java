package tasktracker.results.failure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tasktracker.error.UsageException;
import tasktracker.load.workload.Finding;
import tasktracker.results.JsonFile;
import tasktracker.results.JsonLines;
import tasktracker.results.file.FileFailure;
import tasktracker.results.file.TextFile;

/**
 * The folder of a failure experiment: the files of one load test, or a folder of them for each
 * architecture. Failing disks show as {@link UncheckedIOException}.
 *
 * @param path where it is
 */
public record FailureFolder(Path path) {
  /** The file that makes a folder one of a failure experiment. */
  public static final String RESULTS = "failure_results.json";

  /** One line for each difference that the ledgers have found. */
  public static final String FINDINGS = "ledger_findings.jsonl";

  /** Whether there are results of a failure experiment in a folder or right below it. */
  public static boolean isOne(Path folder) {
    return !new FailureFolder(folder).runs().isEmpty();
  }

  /** Writes {@code config.json} anew. */
  public void writeConfig(Object config) {
    try {
      Files.createDirectories(path);
      JsonFile.write(path.resolve("config.json"), config);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes the results of one load test into it, or into the folder below of this name. */
  public void write(String below, FailureResult result, List<Finding> findings) {
    Path folder = path.resolve(below);
    try {
      Files.createDirectories(folder);
      Files.writeString(folder.resolve(FINDINGS), "");
      for (Finding finding : findings) {
        JsonLines.append(folder.resolve(FINDINGS), finding);
      }
      JsonFile.write(folder.resolve(RESULTS), result);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads every load test in the order in which they were run, by the folder that it is in; the
   * name of this folder itself is empty.
   *
   * @throws UsageException if there is none, or a file holds something else
   */
  public Map<String, FailureResult> read() {
    Map<String, FailureResult> results = new LinkedHashMap<>();
    for (Path file : runs()) {
      Path folder = path.relativize(file.getParent());
      results.put(
          folder.toString(), JsonFile.read(file, FailureResult.class, FailureChecks::check));
    }
    if (results.isEmpty()) {
      throw new UsageException(
          path + ": holds no " + RESULTS + "; name the folder of a failure experiment");
    }
    Map<String, FailureResult> inOrder = new LinkedHashMap<>();
    results.entrySet().stream()
        .sorted(
            Map.Entry.comparingByValue(Comparator.comparingDouble(FailureResult::testStartEpoch)))
        .forEach(entry -> inOrder.put(entry.getKey(), entry.getValue()));
    return inOrder;
  }

  private List<Path> runs() {
    if (TextFile.isThere(path.resolve(RESULTS))) {
      return List.of(path.resolve(RESULTS));
    }
    if (!Files.isDirectory(path)) {
      return List.of();
    }
    try (Stream<Path> folders = Files.list(path)) {
      return folders
          .map(folder -> folder.resolve(RESULTS))
          .filter(TextFile::isThere)
          .sorted()
          .toList();
    } catch (IOException e) {
      throw FileFailure.reading(path, e);
    }
  }
}
