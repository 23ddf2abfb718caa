package tasktracker.report.sweep;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tasktracker.analysis.verdict.AnalysisSettings;
import tasktracker.analysis.verdict.RunAssessment;
import tasktracker.analysis.verdict.SweepAnalysis;
import tasktracker.analysis.verdict.Wording;
import tasktracker.error.UsageException;
import tasktracker.report.RepeatCommand;
import tasktracker.report.verdict.FolderAnalysis;
import tasktracker.results.RecordedRuns;
import tasktracker.results.ResultsFolder;
import tasktracker.results.RunResult;
import tools.jackson.databind.JsonNode;

/**
 * What a results folder holds and what the analysis makes of it: all that there is to show.
 *
 * @param path the folder
 * @param recorded what was read
 * @param analysis what it says
 */
public record SweepFindings(Path path, RecordedRuns recorded, SweepAnalysis analysis) {

  private static final int TO_THE_MINUTE = "2026-11-24T10:15".length();

  /**
   * Reads a folder of any age, finished or not, and analyses it: as it was analysed last, where it
   * was.
   *
   * @throws UsageException if it holds no run that ended well
   */
  public static SweepFindings of(ResultsFolder folder) {
    RecordedRuns recorded = folder.read();
    return new SweepFindings(
        folder.path(), recorded, FolderAnalysis.of(folder.path(), recorded, settings(folder)));
  }

  private static AnalysisSettings settings(ResultsFolder folder) {
    return folder.isAnalysed()
        ? folder.analysis(Earlier.class).settings()
        : AnalysisSettings.DEFAULTS;
  }

  /** What matters of an earlier analysis. */
  record Earlier(AnalysisSettings settings) {

    Earlier {
      settings = settings == null ? AnalysisSettings.DEFAULTS : settings;
    }
  }

  /** The command that measures all of it again; empty where it was not recorded. */
  Optional<String> command() {
    return Optional.ofNullable(
        RepeatCommand.of(
            recorded.config().path("arguments").valueStream().map(JsonNode::asString).toList()));
  }

  /** The name of the folder and when the experiment began, as far as that is known. */
  String name() {
    String begun = recorded.config().path("start_time").asString("");
    String name = String.valueOf(path.toAbsolutePath().normalize().getFileName());
    return begun.length() < TO_THE_MINUTE
        ? name
        : name + ", begun " + begun.substring(0, TO_THE_MINUTE).replace('T', ' ');
  }

  /** What was measured: architectures and levels. */
  String title() {
    var levels = recorded.runs().stream().mapToInt(RunResult::concurrency).summaryStatistics();
    String users = Wording.range(levels.getMin(), levels.getMax()) + " users";
    return Wording.capital(Wording.and(analysis.architectures())) + ", " + users;
  }

  /** Every run with the word on whether it counts, in the order of the folder. */
  List<AssessedRun> runs() {
    List<AssessedRun> runs = new ArrayList<>();
    for (int i = 0; i < recorded.runs().size(); i++) {
      runs.add(new AssessedRun(recorded.runs().get(i), analysis.runs().get(i)));
    }
    return runs;
  }

  /** The runs that figures and claims rest on. */
  List<RunResult> counting() {
    return runs().stream().filter(AssessedRun::counts).map(AssessedRun::run).toList();
  }

  /**
   * A run and the word on it.
   *
   * @param run what was measured
   * @param assessment whether it counts
   */
  record AssessedRun(RunResult run, RunAssessment assessment) {

    boolean counts() {
      return !assessment.excluded();
    }
  }
}
