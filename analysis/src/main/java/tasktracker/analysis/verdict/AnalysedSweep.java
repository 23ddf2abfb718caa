package tasktracker.analysis.verdict;

import java.util.List;

/**
 * An experiment as the analysis sees it.
 *
 * @param architectures in the order of the experiment; the first is the baseline
 * @param runs all of them, excluded ones too
 * @param circumstances under which they were measured
 * @param warnings what is known to be wrong with the data
 * @param adaptive whether repetitions were added only where they were needed
 */
public record AnalysedSweep(
    List<String> architectures,
    List<AnalysedRun> runs,
    Circumstances circumstances,
    List<String> warnings,
    boolean adaptive) {

  /** Copies the lists. */
  public AnalysedSweep {
    architectures = List.copyOf(architectures);
    runs = List.copyOf(runs);
    warnings = List.copyOf(warnings);
  }

  /** The runs that claims may rest on. */
  public List<AnalysedRun> counting() {
    return runs.stream().filter(run -> !run.assessment().excluded()).toList();
  }
}
