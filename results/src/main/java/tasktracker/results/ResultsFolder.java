package tasktracker.results;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import tasktracker.error.UsageException;
import tasktracker.results.file.TargetFile;
import tasktracker.results.file.TextFile;
import tools.jackson.databind.JsonNode;

/**
 * The folder of one experiment, such as {@code sweep_20260117_210725}.
 *
 * <p>It holds {@code config.json}, {@code results.jsonl} (a line for each run that ended well),
 * {@code failures.jsonl} (a line for each run that did not, see {@link FailedRun}), {@code
 * all_results.json} when the experiment is done, and a folder for each run. What was written is on
 * the disk when a method returns, so that a crash loses no finished run.
 *
 * <p>Reading never changes the folder. One folder has one writer: not for several threads at once.
 * Failing disks show as {@link UncheckedIOException}.
 */
public final class ResultsFolder {

  static final String CONFIG = "config.json";
  static final String LINES = "results.jsonl";
  static final String ALL = "all_results.json";

  /** A line for each run that has failed, also where it has a result since. */
  public static final String FAILURES = "failures.jsonl";

  static final String RUN = "results.json";
  static final String ANALYSIS = "analysis.json";

  /** The local time in the name of a folder. */
  public static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("uuuuMMdd_HHmmss");

  private final Path path;

  private ResultsFolder(Path path) {
    this.path = path;
  }

  /**
   * Creates {@code parent/kind_YYYYMMDD_HHMMSS}; a folder of the same second gets the next free
   * second.
   *
   * @param kind {@code sweep}, {@code scaled_comparison} or the like
   * @param now local time
   */
  public static ResultsFolder create(Path parent, String kind, LocalDateTime now) {
    checked(() -> Files.createDirectories(parent));
    LocalDateTime time = now;
    while (true) {
      Path path = parent.resolve(kind + "_" + STAMP.format(time));
      if (checked(() -> isCreated(path))) {
        return new ResultsFolder(path);
      }
      time = time.plusSeconds(1);
    }
  }

  private static boolean isCreated(Path path) throws IOException {
    try {
      Files.createDirectory(path);
      return true;
    } catch (FileAlreadyExistsException taken) {
      return false;
    }
  }

  /**
   * Creates the very folder that a user named.
   *
   * @throws UsageException if something is in it already
   */
  public static ResultsFolder createAt(Path path) {
    try {
      Files.createDirectories(path);
      try (var entries = Files.list(path)) {
        if (entries.findAny().isPresent()) {
          throw new UsageException(
              path + " is not empty: name a new folder, or resume the experiment in it");
        }
      }
      return new ResultsFolder(path);
    } catch (FileAlreadyExistsException e) {
      throw new UsageException(
          path
              + (Files.isSymbolicLink(path) ? " is a link that leads to no folder" : " is a file")
              + ": name a folder",
          e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Opens a folder of any age, finished or not.
   *
   * @throws UsageException if there is no such folder or it holds no results
   */
  public static ResultsFolder open(Path path) {
    ResultsReader.requireResults(path);
    return new ResultsFolder(path);
  }

  /** Where it is. */
  public Path path() {
    return path;
  }

  /** Creates the folder of a run, or returns the one that an earlier attempt left. */
  public Path runDirectory(RunName run) {
    return checked(() -> Files.createDirectories(path.resolve(run.folder())));
  }

  /** Writes {@code config.json} anew. Records get snake_case keys, durations become seconds. */
  public void writeConfig(Object config) {
    checked(() -> JsonFile.write(path.resolve(CONFIG), config));
  }

  /**
   * Reads {@code config.json} as it was written.
   *
   * @throws UsageException if it is missing or holds something else
   */
  public <T> T config(Class<T> type) {
    Path file = path.resolve(CONFIG);
    if (!TextFile.isThere(file)) {
      throw new UsageException(
          path + " has no " + CONFIG + ": it cannot be gone on with, begin a new experiment");
    }
    return JsonFile.read(file, type);
  }

  /** Whether such a configuration is that of a search for capacity, whose levels are rates. */
  public static boolean isCapacitySearch(JsonNode config) {
    return config.has("capacity");
  }

  /**
   * Keeps a run that ended well: a line of results.jsonl, and its {@code results.json}. The line
   * comes first, as it is what a resumed experiment goes by.
   */
  public void add(RunName run, RunResult result) {
    Path file = runDirectory(run).resolve(RUN);
    checked(() -> JsonLines.append(path.resolve(LINES), result));
    checked(() -> JsonFile.write(file, result));
  }

  /** Writes {@code results.json} of a run that has the folder to itself. */
  public void write(RunResult result) {
    checked(() -> JsonFile.write(path.resolve(RUN), result));
  }

  /** Keeps the reason why a run has no result. */
  public void add(FailedRun failure) {
    checked(() -> JsonLines.append(path.resolve(FAILURES), failure));
  }

  /** Writes {@code all_results.json}: the runs that were read of it as one array. */
  public void writeAllResults(RecordedRuns recorded) {
    checked(() -> JsonFile.write(path.resolve(ALL), recorded.runs()));
  }

  /** Writes {@code analysis.json} anew. */
  public void writeAnalysis(Object analysis) {
    checked(() -> JsonFile.write(path.resolve(ANALYSIS), analysis));
  }

  /** Whether there is an {@code analysis.json}. */
  public boolean isAnalysed() {
    return TextFile.isThere(path.resolve(ANALYSIS));
  }

  /** Writes {@code capacity.json} anew. */
  public void writeCapacity(Object capacity) {
    checked(() -> JsonFile.write(path.resolve("capacity.json"), capacity));
  }

  /**
   * Reads {@code analysis.json}.
   *
   * @throws UsageException if it is missing or holds something else
   */
  public <T> T analysis(Class<T> type) {
    Path file = path.resolve(ANALYSIS);
    if (!TextFile.isThere(file)) {
      throw new UsageException(
          path + " has no " + ANALYSIS + ": run './tasktracker analyze " + path + "' first");
    }
    return JsonFile.read(file, type);
  }

  /**
   * Reads everything: runs from results.jsonl, else all_results.json, else the folders of the runs.
   *
   * @throws UsageException if a file holds what it should not, naming file and line
   */
  public RecordedRuns read() {
    return ResultsReader.read(path);
  }

  private static <T> T checked(TargetFile.Action<T> action) {
    try {
      return action.run();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
