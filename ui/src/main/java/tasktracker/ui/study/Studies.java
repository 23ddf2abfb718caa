package tasktracker.ui.study;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tasktracker.analysis.verdict.AnalysisSettings;
import tasktracker.analysis.verdict.SweepAnalysis;
import tasktracker.report.failure.FailureReport;
import tasktracker.report.sweep.SweepFindings;
import tasktracker.report.verdict.FolderComparison;
import tasktracker.results.ResultsFolder;
import tasktracker.results.failure.FailureFolder;
import tasktracker.results.live.LiveVerdict;
import tasktracker.ui.archive.ExperimentArchive;
import tasktracker.ui.refusal.RefusalException;
import tools.jackson.databind.JsonNode;

/**
 * Analyses experiments for pages, one at a time, and keeps the latest. Thread-safe. Analysing takes
 * processor time, so nothing is analysed while something is measured unless somebody insists.
 */
public final class Studies {
  private static final int MOST_KEPT = 12;
  private static final int MOST_COMPARED = 6;

  private final ExperimentArchive archive;
  private final Map<String, Kept> kept = new LinkedHashMap<>();

  /** Studies of the experiments of an archive. */
  public Studies(ExperimentArchive archive) {
    this.archive = archive;
  }

  private record Kept(long stamp, SweepAnalysis analysis) {}

  /** What an experiment found. */
  public synchronized LiveVerdict verdict(String name, boolean insists) {
    Path folder = archive.folder(name);
    requireQuiet(insists);
    return FailureFolder.isOne(folder)
        ? FailureReport.of(new FailureFolder(folder).read().values()).live()
        : LiveVerdict.of(analysis(name));
  }

  /** Its curves, as the chart module takes them; none of a failure experiment. */
  public synchronized List<JsonNode> charts(String name, boolean insists) {
    if (FailureFolder.isOne(archive.folder(name))) {
      return List.of();
    }
    requireQuiet(insists);
    return CurveCharts.of(Map.of("", analysis(name)));
  }

  /**
   * Several beside the first of them.
   *
   * @param names two to six
   */
  public synchronized StudiedExperiments compare(List<String> names, boolean insists) {
    if (names.size() < 2
        || names.size() > MOST_COMPARED
        || names.stream().distinct().count() < names.size()) {
      throw RefusalException.wrong("Compare two to %d experiments".formatted(MOST_COMPARED));
    }
    names.forEach(archive::folder);
    requireQuiet(insists);
    ResultsFolder first = ResultsFolder.open(archive.folder(names.getFirst()));
    List<StudiedExperiments.Pair> pairs = new ArrayList<>();
    Map<String, SweepAnalysis> analyses = new LinkedHashMap<>();
    analyses.put(label(names.getFirst()), analysis(names.getFirst()));
    for (String other : names.subList(1, names.size())) {
      FolderComparison comparison =
          FolderComparison.of(
              first, ResultsFolder.open(archive.folder(other)), AnalysisSettings.DEFAULTS);
      pairs.add(StudiedExperiments.Pair.of(names.getFirst(), other, comparison));
      analyses.put(label(other), analysis(other));
    }
    return new StudiedExperiments(pairs, CurveCharts.of(analyses));
  }

  private String label(String name) {
    String given = archive.summary(name).note().name();
    return given.isEmpty() ? name : given;
  }

  private void requireQuiet(boolean insists) {
    if (!insists && archive.isAnyRunning()) {
      throw RefusalException.conflict(
          "An experiment is being measured: analysing now would take processor time from it");
    }
  }

  private SweepAnalysis analysis(String name) {
    Path folder = archive.folder(name);
    long stamp = ExperimentArchive.stamp(folder);
    Kept before = kept.get(name);
    if (before != null && before.stamp() == stamp) {
      return before.analysis();
    }
    SweepAnalysis analysis = SweepFindings.of(ResultsFolder.open(folder)).analysis();
    kept.remove(name);
    kept.put(name, new Kept(stamp, analysis));
    if (kept.size() > MOST_KEPT) {
      kept.remove(kept.keySet().iterator().next());
    }
    return analysis;
  }
}
