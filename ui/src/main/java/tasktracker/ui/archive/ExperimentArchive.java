package tasktracker.ui.archive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tasktracker.results.JsonFile;
import tasktracker.results.live.LiveLog;
import tasktracker.ui.refusal.RefusalException;

/**
 * The experiments in a folder of results. What was read of one is kept until one of its files
 * changes. Links are not followed, and names with a dot in front are not seen. Thread-safe.
 */
public final class ExperimentArchive {
  /** Where deleted experiments go, within the folder of results. */
  public static final String TRASH = ".trash";

  /** What makes a folder one of an experiment. */
  private static final List<String> SIGNS =
      List.of(
          "config.json",
          LiveLog.NAME,
          "results.jsonl",
          "results.json",
          "all_results.json",
          "failure_results.json",
          "capacity.json");

  /** Files that grow where they are; all others are replaced, which shows in their folder. */
  private static final List<String> GROWING = List.of(LiveLog.NAME, "results.jsonl");

  private final Path results;
  private final Map<String, Known> known = new ConcurrentHashMap<>();

  /** The archive of this folder, which need not be there yet. */
  public ExperimentArchive(Path results) {
    this.results = results;
  }

  /**
   * What is known of a folder.
   *
   * @param stamp changes when one of its files does
   */
  private record Known(long stamp, ExperimentSummary summary) {}

  /** All experiments, the newest first. */
  public List<ExperimentSummary> list() {
    List<ExperimentSummary> all =
        folders().parallelStream()
            .filter(folder -> known.containsKey(name(folder)) || isExperiment(folder))
            .map(this::summary)
            .sorted(Comparator.comparing(ExperimentSummary::begun).reversed())
            .toList();
    known
        .keySet()
        .retainAll(all.stream().map(ExperimentSummary::folder).collect(Collectors.toSet()));
    return all;
  }

  private List<Path> folders() {
    if (!Files.isDirectory(results)) {
      return List.of();
    }
    try (Stream<Path> folders = Files.list(results)) {
      return folders.filter(folder -> !name(folder).startsWith(".")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String name(Path folder) {
    return folder.getFileName().toString();
  }

  /** Whether an experiment is measured now. */
  public boolean isAnyRunning() {
    return list().stream().anyMatch(each -> each.state() == ExperimentState.RUNNING);
  }

  /** One of them. */
  public ExperimentSummary summary(String name) {
    return summary(folder(name));
  }

  /**
   * The folder of an experiment.
   *
   * @throws RefusalException when there is none of this name right below the folder of results
   */
  public Path folder(String name) {
    boolean plain =
        !name.isEmpty()
            && !name.startsWith(".")
            && name.chars().noneMatch(c -> c == '/' || c == '\\' || c == 0);
    if (!plain || !isExperiment(results.resolve(name))) {
      throw RefusalException.missing("There is no experiment of this name");
    }
    return results.resolve(name);
  }

  /** Whether a folder of this name is there, of an experiment or not. */
  public boolean isTaken(String name) {
    return Files.exists(results.resolve(name), LinkOption.NOFOLLOW_LINKS);
  }

  private static boolean isExperiment(Path folder) {
    return Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)
        && SIGNS.stream().map(folder::resolve).anyMatch(ExperimentFiles::isOwn);
  }

  private ExperimentSummary summary(Path folder) {
    long stamp = stamp(folder);
    Known before = known.get(name(folder));
    // Whether a process is alive shows in no file.
    if (before != null
        && before.stamp() == stamp
        && before.summary().state() != ExperimentState.RUNNING) {
      return before.summary();
    }
    Known now = new Known(stamp, SummaryReader.read(folder));
    known.put(name(folder), now);
    return now.summary();
  }

  /** Changes whenever one of its files does. */
  public static long stamp(Path folder) {
    long stamp = folder.toFile().lastModified();
    for (String name : GROWING) {
      stamp = 31 * stamp + folder.resolve(name).toFile().length();
    }
    return stamp;
  }

  /** Keeps what somebody wrote about an experiment. */
  public void annotate(String name, Note note) {
    Path folder = folder(name);
    try {
      JsonFile.write(folder.resolve(Note.FILE), note);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Moves an experiment to the trash.
   *
   * @throws RefusalException when it is running
   */
  public void trash(String name) {
    Path folder = folder(name);
    if (summary(folder).state() == ExperimentState.RUNNING) {
      throw RefusalException.conflict("It is running: cancel it first");
    }
    try {
      Path trash = Files.createDirectories(results.resolve(TRASH));
      Path target = trash.resolve(name);
      for (int i = 2; Files.exists(target, LinkOption.NOFOLLOW_LINKS); i++) {
        target = trash.resolve(name + "_" + i);
      }
      Files.move(folder, target);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
