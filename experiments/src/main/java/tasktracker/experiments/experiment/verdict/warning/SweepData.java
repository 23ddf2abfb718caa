package tasktracker.experiments.experiment.verdict.warning;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import tasktracker.experiments.result.HistoryReader;
import tasktracker.experiments.result.RecordedRuns;
import tasktracker.experiments.result.RunName;
import tasktracker.experiments.result.RunResult;

/**
 * What a sweep left.
 *
 * @param runs its runs
 * @param histories their histories, empty where there are none
 * @param damage a line for each history that could not be read whole
 * @param askedInterval seconds between two samples that were asked for, where that is known
 */
record SweepData(
    List<RunResult> runs,
    Map<RunResult, List<HistoryReader.Row>> histories,
    List<String> damage,
    OptionalDouble askedInterval) {

  static SweepData of(Path folder, RecordedRuns recorded) {
    var interval = recorded.config().path("sample_interval");
    List<String> damage = new ArrayList<>();
    Map<RunResult, List<HistoryReader.Row>> histories = new IdentityHashMap<>();
    for (RunResult run : recorded.runs()) {
      RunName.folderOf(run)
          .map(name -> folder.resolve(name).resolve("stats_stats_history.csv"))
          .ifPresent(file -> histories.put(run, HistoryReader.read(file, damage::add)));
    }
    return new SweepData(
        recorded.runs(),
        histories,
        damage,
        interval.isNumber() ? OptionalDouble.of(interval.asDouble()) : OptionalDouble.empty());
  }

  /** The history of a run, empty where there is none. */
  List<HistoryReader.Row> history(RunResult run) {
    return histories.getOrDefault(run, List.of());
  }

  /** Seconds since 1970. */
  static double epoch(Instant time) {
    return time.getEpochSecond() + time.getNano() / 1e9;
  }
}
