package tasktracker.experiments.experiment.verdict.warning;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import tasktracker.experiments.result.HistoryReader;
import tasktracker.experiments.result.RecordedRuns;
import tasktracker.experiments.result.RunName;
import tasktracker.experiments.result.RunResult;

/**
 * What a sweep left.
 *
 * @param folder its results folder
 * @param runs its runs
 * @param askedInterval seconds between two samples that were asked for, where that is known
 */
record SweepData(Path folder, List<RunResult> runs, OptionalDouble askedInterval) {

  static SweepData of(Path folder, RecordedRuns recorded) {
    var interval = recorded.config().path("sample_interval");
    return new SweepData(
        folder,
        recorded.runs(),
        interval.isNumber() ? OptionalDouble.of(interval.asDouble()) : OptionalDouble.empty());
  }

  /** The history of a run, empty where there is none. */
  List<HistoryReader.Row> history(RunResult run) {
    try {
      Optional<String> name = RunName.folderOf(run);
      return name.isEmpty()
          ? List.of()
          : HistoryReader.read(folder.resolve(name.get()).resolve("stats_stats_history.csv"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Seconds since 1970. */
  static double epoch(Instant time) {
    return time.getEpochSecond() + time.getNano() / 1e9;
  }
}
