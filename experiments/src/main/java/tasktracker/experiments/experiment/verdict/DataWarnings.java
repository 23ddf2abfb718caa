package tasktracker.experiments.experiment.verdict;

import static java.util.stream.Collectors.groupingBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import tasktracker.experiments.result.HistoryReader;
import tasktracker.experiments.result.RecordedRuns;
import tasktracker.experiments.result.Resources;
import tasktracker.experiments.result.RunName;
import tasktracker.experiments.result.RunResult;

/** What the data itself shows to be wrong with it. */
final class DataWarnings {
  private static final double RARER = 1.5;
  private static final double MOSTLY_THINKING = 0.05;

  private final Path folder;
  private final List<RunResult> runs;
  private final OptionalDouble askedInterval;

  DataWarnings(Path folder, RecordedRuns recorded) {
    this.folder = folder;
    this.runs = recorded.runs();
    var interval = recorded.config().path("sample_interval");
    this.askedInterval =
        interval.isNumber() ? OptionalDouble.of(interval.asDouble()) : OptionalDouble.empty();
  }

  /** A sentence each. */
  List<String> all() {
    return Stream.of(
            rampUpInside(),
            sampledBeforeLoad(),
            sampledRarely(),
            mostlyThinking(),
            alwaysFirst(),
            oneRunEach())
        .flatMap(Optional::stream)
        .toList();
  }

  /** Users that start while figures are taken. */
  private Optional<String> rampUpInside() {
    List<String> where = new ArrayList<>();
    double longest = 0;
    for (RunResult run : runs) {
      List<HistoryReader.Row> rows = history(run);
      if (rows.isEmpty()) {
        continue;
      }
      int most = rows.stream().mapToInt(HistoryReader.Row::users).max().orElse(0);
      long begin = rows.getFirst().epochSecond();
      long all =
          rows.stream()
              .filter(row -> row.users() == most)
              .mapToLong(HistoryReader.Row::epochSecond)
              .findFirst()
              .orElse(begin);
      // The first row may be written before the first second of the measurement is over.
      if (all - begin > 1) {
        where.add(name(run));
        longest = Math.max(longest, (double) all - begin);
      }
    }
    return where.isEmpty()
        ? Optional.empty()
        : Optional.of(
            String.format(
                Locale.ROOT,
                "The figures of %s hold set-up and ramp-up: users were still starting, in the longest case for %.0f s of the history.",
                runs(where),
                longest));
  }

  /** CPU that was counted before the first request was. */
  private Optional<String> sampledBeforeLoad() {
    List<String> where = new ArrayList<>();
    double longest = 0;
    for (RunResult run : runs) {
      Optional<Double> sampled =
          samples(run)
              .map(Resources.Sample::timestamp)
              .min(Instant::compareTo)
              .map(DataWarnings::epoch);
      Optional<Double> requested =
          history(run).stream()
              .filter(row -> row.requests() > 0)
              .map(row -> (double) row.epochSecond())
              .findFirst();
      double early =
          sampled.isPresent() && requested.isPresent() ? requested.get() - sampled.get() : 0;
      if (early > 2) {
        where.add(name(run));
        longest = Math.max(longest, early);
      }
    }
    return where.isEmpty()
        ? Optional.empty()
        : Optional.of(
            String.format(
                Locale.ROOT,
                "CPU and memory of %s were sampled from up to %.0f s before the first counted request, so what happened before the measurement is in them.",
                runs(where),
                longest));
  }

  private Optional<String> sampledRarely() {
    List<Double> gaps =
        runs.stream()
            .flatMap(run ->
                run.resources() == null
                    ? Stream.<Double>empty()
                    : run.resources().containers().values().stream().flatMap(DataWarnings::gaps))
            .sorted()
            .toList();
    if (gaps.isEmpty() || askedInterval.isEmpty()) {
      return Optional.empty();
    }
    double median = gaps.get(gaps.size() / 2);
    return median <= RARER * askedInterval.getAsDouble()
        ? Optional.empty()
        : Optional.of(
            String.format(
                Locale.ROOT,
                "CPU and memory were sampled every %.1f s, although every %.1f s was asked for.",
                median,
                askedInterval.getAsDouble()));
  }

  private static Stream<Double> gaps(Resources.Container container) {
    List<Double> gaps = new ArrayList<>();
    List<Resources.Sample> samples = container.samples();
    for (int i = 1; i < samples.size(); i++) {
      gaps.add(epoch(samples.get(i).timestamp()) - epoch(samples.get(i - 1).timestamp()));
    }
    return gaps.stream();
  }

  /** By Little's law the part of a user's time that it waits for answers is X·R/N. */
  private Optional<String> mostlyThinking() {
    List<Double> waiting =
        runs.stream()
            .filter(run -> run.figures() != null)
            .filter(
                run -> run.figures().throughput() != null && run.figures().latency().avg() != null)
            .map(run ->
                run.figures().throughput()
                    * run.figures().latency().avg()
                    / 1e3
                    / run.concurrency())
            .toList();
    double most = waiting.stream().mapToDouble(Double::doubleValue).max().orElse(1);
    return most > MOSTLY_THINKING
        ? Optional.empty()
        : Optional.of(
            String.format(
                Locale.ROOT,
                "At every level users wait for answers at most %.1f %% of their time and think for the rest: they offer a constant trickle that loads neither architecture, and no limit can show.",
                100 * most));
  }

  private Optional<String> alwaysFirst() {
    List<RunResult> timed = runs.stream().filter(run -> run.start() != null).toList();
    List<String> firsts =
        timed.stream()
            .collect(groupingBy(run -> List.of(run.concurrency(), run.repetition().orElse(1))))
            .values()
            .stream()
            .filter(block -> block.size() > 1)
            .map(block ->
                block.stream()
                    .min((one, other) -> one.start().compareTo(other.start()))
                    .orElseThrow()
                    .architecture())
            .toList();
    return firsts.size() >= 5 && firsts.stream().distinct().count() == 1
        ? Optional.of(
            "%s was measured first at every level: what changes with time on the machine always met the same architecture."
                .formatted(firsts.getFirst()))
        : Optional.empty();
  }

  private Optional<String> oneRunEach() {
    boolean repeated =
        runs.stream()
            .collect(groupingBy(run -> List.of(run.architecture(), run.concurrency())))
            .values()
            .stream()
            .anyMatch(level -> level.size() > 1);
    return repeated
        ? Optional.empty()
        : Optional.of(
            "Every level was measured once, so nothing is known about how much runs differ.");
  }

  private List<HistoryReader.Row> history(RunResult run) {
    try {
      Optional<String> name = RunName.folderOf(run);
      return name.isEmpty()
          ? List.of()
          : HistoryReader.read(folder.resolve(name.get()).resolve("stats_stats_history.csv"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<Resources.Sample> samples(RunResult run) {
    return run.resources() == null
        ? Stream.empty()
        : run.resources().containers().values().stream()
            .flatMap(container -> container.samples().stream())
            .filter(sample -> sample.timestamp() != null);
  }

  private static double epoch(Instant time) {
    return time.getEpochSecond() + time.getNano() / 1e9;
  }

  private String runs(List<String> where) {
    return where.size() == runs.size() ? "all runs" : String.join(", ", where);
  }

  private static String name(RunResult run) {
    return RunName.folderOf(run).orElse(run.architecture() + " at " + run.concurrency());
  }
}
