package tasktracker.experiments;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import tasktracker.error.UsageException;
import tasktracker.load.model.Durations;
import tasktracker.load.recording.ForeignRecorder.Span;
import tasktracker.results.RecordedRuns;
import tasktracker.results.ResultsFolder;
import tasktracker.results.RunName;
import tasktracker.results.RunResult;
import tasktracker.results.file.FileFailure;
import tasktracker.results.foreign.ForeignFormat;
import tasktracker.results.foreign.ForeignMeasurement;
import tasktracker.results.foreign.ForeignRecords;
import tasktracker.results.foreign.ReadingProgress;

/**
 * Takes files of another load generator into a results folder, each as one run: the repetitions of
 * a level of one architecture. For one thread.
 *
 * @param format of all files
 * @param name of the architecture
 * @param users virtual users; empty for as many as the files tell of
 * @param skip what is left out at the begin of each file
 * @param take how much is taken behind that; empty for the rest
 */
public record FileImport(
    ForeignFormat format,
    String name,
    Optional<Integer> users,
    Duration skip,
    Optional<Duration> take) {

  private static final int MOST_RUNS = 1_000;

  /** Checks that the format allows what is wanted. */
  public FileImport {
    UsageException.unless(
        format.canBeCut() || (skip.isZero() && take.isEmpty()),
        "--skip and --take cannot be had of %s: %s",
        format.generator(),
        format.unknown().getFirst());
  }

  /**
   * A file that has been read.
   *
   * @param measurement the part that is taken
   * @param users its level
   * @param notes what a person should know of it, a sentence each without its end
   */
  public record ReadFile(Path file, ForeignMeasurement measurement, int users, List<String> notes) {

    /** Copies the list. */
    public ReadFile {
      notes = List.copyOf(notes);
    }
  }

  /**
   * Reads a file, and writes nothing.
   *
   * @throws tasktracker.error.LabException with file and line of what is wrong
   */
  public ReadFile read(Path file, ReadingProgress progress) {
    ForeignRecords records = format.read(file, progress);
    Span whole = records.span();
    Span part = part(file, whole);
    List<String> notes = new ArrayList<>();
    int level =
        users
            .or(records::mostUsers)
            .filter(count -> count > 0)
            .orElseThrow(() ->
                new UsageException(
                    "%s does not tell how many users ran: say it with --users".formatted(file)));
    records
        .mostUsers()
        .filter(most -> most != level)
        .ifPresent(most -> notes.add("%s had up to %d users, not %d".formatted(file, most, level)));
    records
        .atFullLoad()
        .filter(full -> full.from() > part.from() + 1 || full.until() < part.until() - 1)
        .ifPresent(full -> notes.add(ramps(file, whole, full)));
    ForeignMeasurement measurement = records.part(part);
    UsageException.unless(
        measurement.figures().totalRequests() > 0,
        "%s: no request in the part that was asked for; the file holds %d s",
        file,
        whole.seconds());
    return new ReadFile(file, measurement, level, notes);
  }

  private String ramps(Path file, Span whole, Span full) {
    long skipped = full.from() - whole.from();
    String sentence =
        "in %s not all users ran the whole time: they did from %d s to %d s"
            .formatted(file, skipped, full.until() - whole.from());
    return format.canBeCut()
        ? "%s (--skip %ds --take %ds)".formatted(sentence, skipped, full.seconds())
        : sentence + " (locust --reset-stats begins to count then)";
  }

  private Span part(Path file, Span whole) {
    long from = whole.from() + skip.toSeconds();
    long until = take.map(time -> from + time.toSeconds()).orElse(whole.until());
    UsageException.unless(
        from < whole.until() && until <= whole.until(),
        "%s: holds %d s, which is less than --skip %s%s leaves out and takes",
        file,
        whole.seconds(),
        Durations.format(skip),
        take.map(time -> " and --take " + Durations.format(time)).orElse(""));
    return new Span(from, until);
  }

  /**
   * The folder of earlier imports at a path; empty where there is nothing yet.
   *
   * @throws UsageException if something else is there
   */
  public static Optional<ResultsFolder> existing(Path path) {
    if (!Files.isDirectory(path) || isEmpty(path)) {
      return Optional.empty();
    }
    ResultsFolder folder = ResultsFolder.open(path);
    UsageException.unless(
        folder.read().config().has("imports"),
        "%s holds runs that the lab measured itself: import into a folder of its own, and compare"
            + " the two",
        path);
    return Optional.of(folder);
  }

  private static boolean isEmpty(Path folder) {
    try (var entries = Files.newDirectoryStream(folder)) {
      return !entries.iterator().hasNext();
    } catch (IOException e) {
      throw FileFailure.reading(folder, e);
    }
  }

  /** A copy of a run is no repetition: intervals would be too narrow. */
  private static void requireNew(ReadFile file, RunResult added, List<RunResult> runs) {
    boolean copy =
        runs.stream()
            .anyMatch(run ->
                run.architecture().equals(added.architecture())
                    && Objects.equals(run.start(), added.start())
                    && run.figures() != null
                    && run.figures().equals(added.figures()));
    UsageException.unless(
        !copy,
        "%s: this run is imported already, and a copy is no repetition: leave it out",
        file.file());
  }

  /** Adds what was read to a folder, behind the runs that are there; returns the new runs. */
  public List<RunResult> add(List<ReadFile> files, ResultsFolder folder) {
    RecordedRuns before = folder.read();
    UsageException.unless(
        before.runs().size() + files.size() <= MOST_RUNS,
        "%s would hold more than %d runs: import the rest into another folder",
        folder.path(),
        MOST_RUNS);
    ImportConfig config =
        before.config().has("imports") ? folder.config(ImportConfig.class) : ImportConfig.NONE;
    List<RunResult> runs = new ArrayList<>(before.runs());
    List<RunResult> added = new ArrayList<>();
    Map<RunName, ForeignRun> named = new LinkedHashMap<>();
    for (ReadFile file : files) {
      RunName run = new RunName(runs.size(), name, file.users(), repetition(file.users(), runs));
      ForeignRun foreign = new ForeignRun(run, format, file.measurement(), skip, Optional.empty());
      RunResult result = foreign.toResult();
      requireNew(file, result, runs);
      named.put(run, foreign);
      runs.add(result);
      added.add(result);
    }
    named.forEach((run, foreign) -> {
      foreign.writeFiles(folder.runDirectory(run));
      folder.add(run, foreign.toResult());
    });
    folder.writeConfig(
        config.plus(
            new ImportConfig.Imported(
                format.name(),
                files.stream().map(file -> file.file().toString()).toList(),
                name,
                files.getFirst().users(),
                skip,
                take.orElse(null)),
            added.stream().map(RunResult::start).min(Comparator.naturalOrder()).orElse(Instant.MAX),
            added.stream().map(RunResult::end).max(Comparator.naturalOrder()).orElse(Instant.MIN)));
    folder.writeAllResults(folder.read());
    return added;
  }

  private int repetition(int level, List<RunResult> runs) {
    return 1
        + runs.stream()
            .filter(run -> run.architecture().equals(name) && run.concurrency() == level)
            .mapToInt(run -> run.repetition().orElse(1))
            .max()
            .orElse(0);
  }

  /** How a file was, in a line. */
  public static String line(ReadFile read) {
    ForeignMeasurement measured = read.measurement();
    return String.format(
        Locale.ROOT,
        "%s: %d requests in %d s%s",
        read.file(),
        measured.figures().totalRequests(),
        measured.span().seconds(),
        measured
            .iterations()
            .filter(iterations -> iterations > 0)
            .map(iterations ->
                String.format(
                    Locale.ROOT,
                    ", %d iterations of %.2f requests",
                    iterations,
                    measured.figures().totalRequests() / (double) iterations))
            .orElse(""));
  }
}
