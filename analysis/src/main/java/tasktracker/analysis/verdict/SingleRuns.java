package tasktracker.analysis.verdict;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import tasktracker.analysis.estimate.Basis;

/** What figures of single runs rest on, said once for all figures that a text names. */
record SingleRuns(List<LevelComparison> levels) {
  static final String ASSUMED = "how much runs differ is assumed";

  SingleRuns {
    levels =
        levels.stream().filter(level -> level.effect() != null && !level.nothingFailed()).toList();
  }

  static SingleRuns of(SweepAnalysis analysis, Collection<ComparedMetric> metrics) {
    return new SingleRuns(
        analysis.comparisons().stream()
            .flatMap(comparison -> comparison.levels().stream())
            .filter(level -> metrics.contains(level.metric()))
            .toList());
  }

  /** {@code how much runs differ is assumed}; empty where no interval is of single runs. */
  Optional<String> doubt() {
    List<LevelComparison> single = with(Basis.WITHIN_RUN);
    if (single.isEmpty()) {
      return Optional.empty();
    }
    List<LevelComparison> errors =
        single.stream().filter(level -> level.metric() == ComparedMetric.ERROR_RATE).toList();
    return Optional.of(
        errors.isEmpty()
            ? ASSUMED
            : errors.size() == single.size()
                ? "how much runs differ is not known"
                : ASSUMED + ", for the error rate not known");
  }

  /**
   * The same with the levels: {@code one run each at 10 users: how much runs differ is assumed}.
   */
  Optional<String> assumption() {
    return doubt().map(doubt -> "one run each%s: %s".formatted(at(with(Basis.WITHIN_RUN)), doubt));
  }

  /**
   * {@code one run each and no interval, so a size and not a finding}; empty where all have one.
   */
  Optional<String> sizes() {
    List<LevelComparison> bare = with(Basis.NONE);
    return bare.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "one run each and no interval%s, so %s"
                .formatted(
                    at(bare),
                    bare.size() == 1 ? "a size and not a finding" : "sizes and not findings"));
  }

  private List<LevelComparison> with(Basis basis) {
    return levels.stream().filter(level -> level.effect().estimate().basis() == basis).toList();
  }

  private String at(List<LevelComparison> some) {
    return some.size() == levels.size()
        ? ""
        : " at "
            + Wording.levels(
                some.stream().map(LevelComparison::concurrency).distinct().sorted().toList());
  }
}
