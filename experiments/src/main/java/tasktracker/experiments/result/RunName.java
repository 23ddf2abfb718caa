package tasktracker.experiments.result;

import java.nio.file.Path;
import java.util.Optional;

/**
 * One run of a plan, and the folder named after it: {@code run_007_monolith_c50}.
 *
 * @param index the place in the plan, from 0
 * @param architecture the shape under test
 * @param concurrency virtual users
 */
public record RunName(int index, String architecture, int concurrency) {

  /** The name of the folder. Characters that do not belong in a file name become {@code _}. */
  public String folder() {
    String safe = architecture.replaceAll("[\\s/\\\\:*?\"<>|\\p{Cntrl}]", "_");
    return "run_%03d_%s_c%d".formatted(index, safe, concurrency);
  }

  /** Finds the folder that a run says its files are in. */
  public static Optional<String> folderOf(RunResult run) {
    return Optional.ofNullable(run.rawCsvPath())
        .map(path -> Path.of(path).getParent())
        .map(folder -> folder.getFileName().toString());
  }
}
