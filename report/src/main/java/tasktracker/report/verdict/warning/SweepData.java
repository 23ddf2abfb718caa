package tasktracker.report.verdict.warning;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import tasktracker.results.HistoryReader;
import tasktracker.results.RecordedRuns;
import tasktracker.results.RunName;
import tasktracker.results.RunResult;

/**
 * What a sweep left.
 *
 * @param runs its runs
 * @param histories by folder of the run, empty where there are none
 * @param damage a line for each history that could not be read whole
 * @param askedInterval seconds between two samples that were asked for, where that is known
 */
record SweepData(
    List<RunResult> runs,
    Map<String, List<HistoryReader.Row>> histories,
    List<String> damage,
    OptionalDouble askedInterval) {

  private static final String HISTORY = "stats_stats_history.csv";

  static SweepData of(Path folder, RecordedRuns recorded) {
    var interval = recorded.config().path("sample_interval");
    List<String> damage = new ArrayList<>();
    Map<String, List<HistoryReader.Row>> histories = new HashMap<>();
    for (RunResult run : recorded.runs()) {
      RunName.folderOf(run)
          .ifPresent(name ->
              histories.computeIfAbsent(
                  name,
                  _ -> HistoryReader.read(folder.resolve(name).resolve(HISTORY), damage::add)));
    }
    return new SweepData(
        recorded.runs(),
        histories,
        damage,
        interval.isNumber() ? OptionalDouble.of(interval.asDouble()) : OptionalDouble.empty());
  }

  /** The history of a run, empty where there is none. */
  List<HistoryReader.Row> history(RunResult run) {
    return RunName.folderOf(run).map(histories::get).orElse(List.of());
  }
}
