package tasktracker.report.verdict;

import java.util.ArrayList;
import java.util.List;
import tasktracker.analysis.compare.Comparisons;
import tasktracker.analysis.verdict.AnalysedSweep;
import tasktracker.analysis.verdict.AnalysisSettings;
import tasktracker.analysis.verdict.Comparison;
import tasktracker.error.UsageException;
import tasktracker.results.RecordedRuns;
import tasktracker.results.ResultsFolder;

/**
 * Two results folders beside each other, each architecture with itself: yesterday and today, or two
 * machines. The first folder is the baseline.
 *
 * @param comparisons one for each architecture that both have
 * @param differences settings in which the two differ, a line each
 * @param unseen what no comparison can judge, because it failed, is invalid or not there, a line
 *     each
 */
public record FolderComparison(
    List<Comparison> comparisons, List<String> differences, List<String> unseen) {

  /** Copies the lists. */
  public FolderComparison {
    comparisons = List.copyOf(comparisons);
    differences = List.copyOf(differences);
    unseen = List.copyOf(unseen);
  }

  /**
   * Compares them.
   *
   * @throws UsageException if they have no level of an architecture in common, or one is a search
   *     for capacity
   */
  public static FolderComparison of(
      ResultsFolder before, ResultsFolder after, AnalysisSettings settings) {
    FolderComparison comparison = forGate(before, after, settings);
    if (comparison.comparisons().isEmpty()) {
      throw new UsageException(
          "%s and %s have no architecture in common that was measured at the same number of users: name two that have"
              .formatted(before.path(), after.path()));
    }
    return comparison;
  }

  /**
   * Compares them for a gate, which must say what is missing, be it everything.
   *
   * @throws UsageException if one is a search for capacity
   */
  public static FolderComparison forGate(
      ResultsFolder before, ResultsFolder after, AnalysisSettings settings) {
    RecordedRuns ones = before.read();
    RecordedRuns others = after.read();
    FolderAnalysis.requireUsers(before.path(), ones);
    FolderAnalysis.requireUsers(after.path(), others);
    AnalysedSweep first = new SweepReading(before.path(), ones, settings).sweep();
    AnalysedSweep second = new SweepReading(after.path(), others, settings).sweep();
    Comparisons comparing = new Comparisons(settings);
    List<Comparison> comparisons = new ArrayList<>();
    for (String architecture : first.architectures()) {
      Comparison comparison =
          comparing.ofExperiments(architecture, first.counting(), second.counting());
      if (!comparison.levels().isEmpty()) {
        comparisons.add(comparison);
      }
    }
    return new FolderComparison(
        comparisons,
        ConfigDifferences.between(ones.config(), others.config()),
        Unseen.of(ones, first, others, second));
  }
}
