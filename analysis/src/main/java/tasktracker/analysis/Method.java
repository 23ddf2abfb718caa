package tasktracker.analysis;

import tasktracker.analysis.verdict.AnalysisSettings;
import tasktracker.analysis.verdict.Wording;

/** How the analysis is done, in a paragraph for readers of its results. */
final class Method {
  private Method() {}

  static String text(AnalysisSettings settings) {
    return """
    The repetition is the unit: runs of one repetition are compared in pairs, and the interval \
    of the mean ratio is Student's on the logarithms of the ratios (%s per comparison%s). With \
    one repetition the seconds of each run are resampled in blocks, and how much runs differ is \
    assumed. A comparison is equivalent when its whole interval is within ±%s, better or \
    worse when all of it is on one side of equality, else undecided. Sentences name a winner \
    only if it survives Holm's adjustment over all levels of throughput, p50 and p95 latency, \
    error rate, CPU time per request and memory (another metric: Bonferroni's over all metrics), \
    with the error divided among the systems that are compared with the first. Crossovers are interpolated between levels whose \
    winner is decided, never extrapolated, and their intervals come from %d draws of the \
    effects (seed %d). Invalid runs are in no figure.\
    """
        .formatted(
            Wording.percent(settings.confidence()),
            looks(settings),
            Wording.percent(settings.equivalence()),
            settings.resamples(),
            settings.seed());
  }

  private static String looks(AnalysisSettings settings) {
    return settings.looks() == null
        ? ""
        : ", covered after looking at %d pairs and more: computed at %s; sizes come from pairs that were measured after a level was decided, where there are such"
            .formatted(settings.looks().first(), Wording.percent(settings.confidenceOfLook()));
  }
}
