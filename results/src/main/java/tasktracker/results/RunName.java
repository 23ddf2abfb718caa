package tasktracker.results;

import java.nio.file.Path;
import java.util.Optional;

/**
 * One run of a plan, and the folder named after it: {@code run_007_monolith_c50}.
 *
 * @param index the place in the plan, from 0
 * @param architecture the shape under test
 * @param concurrency virtual users
 * @param repetition of this level, from 1
 */
public record RunName(int index, String architecture, int concurrency, int repetition) {

  /** The first repetition of a level. */
  public RunName(int index, String architecture, int concurrency) {
    this(index, architecture, concurrency, 1);
  }

  /** The name of the folder. Characters that do not belong in a file name become {@code _}. */
  public String folder() {
    String safe = architecture.replaceAll("[\\s/\\\\:*?\"<>|\\p{Cntrl}]", "_");
    return "run_%03d_%s_c%d".formatted(index, safe, concurrency);
  }

  /** Whether the other is the same repetition of the same level, of another architecture. */
  public boolean isOfSameBlock(RunName other) {
    return other != null && concurrency == other.concurrency && repetition == other.repetition;
  }

  /** The name of a run for people: its folder, or else what was measured. */
  public static String nameOf(RunResult run) {
    return folderOf(run).orElse("%s at %d users".formatted(run.architecture(), run.concurrency()));
  }

  /** Finds the folder that a run says its files are in. */
  public static Optional<String> folderOf(RunResult run) {
    return Optional.ofNullable(run.rawCsvPath())
        .map(path -> Path.of(path).getParent())
        .map(Path::getFileName)
        .map(Path::toString)
        .filter(folder -> !folder.isEmpty() && !folder.equals(".") && !folder.equals(".."));
  }
}
