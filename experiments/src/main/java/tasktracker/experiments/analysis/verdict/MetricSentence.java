package tasktracker.experiments.analysis.verdict;

import java.util.ArrayList;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import tasktracker.experiments.analysis.estimate.Basis;

/** What a comparison says on one metric, without a full stop. */
final class MetricSentence {
  private final Comparison comparison;
  private final ComparedMetric metric;
  private final AnalysisSettings settings;
  private final List<LevelComparison> levels;

  MetricSentence(Comparison comparison, ComparedMetric metric, AnalysisSettings settings) {
    this.comparison = comparison;
    this.metric = metric;
    this.settings = settings;
    this.levels = comparison.of(metric).stream().filter(level -> level.effect() != null).toList();
  }

  /** Empty where the two have no level in common with this metric. */
  Optional<String> text() {
    if (levels.isEmpty()) {
      return Optional.empty();
    }
    if (levels.stream().allMatch(MetricSentence::nothingFailed)) {
      return Optional.of("no request failed at " + Wording.levels(at(levels)));
    }
    String finding =
        switch (levels.getFirst().effect().estimate().basis()) {
          case ACROSS_REPETITIONS -> finding();
          case WITHIN_RUN -> finding() + " (one run each, intervals within the run only)";
          case ACROSS_LEVELS, NONE ->
              sizes(levels) + "; one run each and no interval, so a size and not a finding";
        };
    return Optional.of(metric.label() + ": " + finding);
  }

  private static boolean nothingFailed(LevelComparison level) {
    return level.metric() == ComparedMetric.ERROR_RATE
        && level.baseline().value() == 0
        && level.candidate().value() == 0;
  }

  private String finding() {
    List<LevelComparison> won = levels.stream().filter(this::isWon).toList();
    List<String> parts = new ArrayList<>();
    List<String> flips = crossovers().toList();
    parts.addAll(flips.isEmpty() ? leads(won) : flips);
    if (!won.isEmpty()) {
      parts.add(sizes(won));
    }
    List<LevelComparison> same = with(Verdict.EQUIVALENT::equals);
    if (!same.isEmpty()) {
      parts.add("equivalent (within %s) at %s".formatted(margin(), Wording.levels(at(same))));
    }
    List<LevelComparison> unadjusted =
        with(Verdict::hasWinner).stream().filter(level -> !won.contains(level)).toList();
    if (!unadjusted.isEmpty()) {
      parts.add(sizes(unadjusted) + ", not sure enough among so many comparisons");
    }
    List<LevelComparison> undecided = with(Verdict.UNDECIDED::equals);
    if (!undecided.isEmpty()) {
      parts.add("undecided at %s%s".formatted(Wording.levels(at(undecided)), more(undecided)));
    }
    return String.join("; ", parts);
  }

  /** A level whose winner may be named: across repetitions after the adjustment. */
  private boolean isWon(LevelComparison level) {
    boolean adjusts =
        metric.headline() && level.effect().estimate().basis() == Basis.ACROSS_REPETITIONS;
    return adjusts ? level.isClaim(1 - settings.confidence()) : level.verdict().hasWinner();
  }

  /** The flips between levels whose winners may be named. */
  private Stream<String> crossovers() {
    return comparison.crossovers(metric).stream()
        .filter(found -> found.kind() == MetricCrossover.Kind.CROSSOVER)
        .filter(found ->
            levels.stream()
                .filter(level ->
                    level.concurrency() == found.from() || level.concurrency() == found.to())
                .allMatch(this::isWon))
        .map(found ->
            "%s is ahead up to about %s users, %s above"
                .formatted(found.leader(), Wording.estimate(found.load()), found.follower()));
  }

  private List<String> leads(List<LevelComparison> won) {
    List<String> leads = new ArrayList<>();
    for (Verdict verdict : List.of(Verdict.BETTER, Verdict.WORSE)) {
      List<Integer> places = at(won.stream().filter(level -> level.verdict() == verdict).toList());
      if (!places.isEmpty()) {
        boolean throughout = places.size() == levels.size() && places.size() > 1;
        leads.add(
            "%s is ahead %s"
                .formatted(
                    verdict == Verdict.BETTER ? comparison.candidate() : comparison.baseline(),
                    throughout
                        ? "throughout, from %d to %d users"
                            .formatted(places.getFirst(), places.getLast())
                        : "at " + Wording.levels(places)));
      }
    }
    return leads;
  }

  private String sizes(List<LevelComparison> of) {
    return new EffectSizes(comparison, of).text();
  }

  private String margin() {
    return switch (metric.scale()) {
      case RATIO -> "±" + Wording.percent(settings.equivalence());
      case DIFFERENCE ->
          "±%s percentage points".formatted(Wording.plain(settings.errorRateMargin()));
    };
  }

  private static String more(List<LevelComparison> undecided) {
    IntSummaryStatistics needed =
        undecided.stream()
            .map(LevelComparison::moreRepetitions)
            .filter(Objects::nonNull)
            .mapToInt(Integer::intValue)
            .summaryStatistics();
    if (needed.getCount() == 0) {
      return "";
    }
    return " (about %s more repetitions needed)"
        .formatted(
            needed.getMin() == needed.getMax()
                ? String.valueOf(needed.getMax())
                : needed.getMin() + " to " + needed.getMax());
  }

  private List<LevelComparison> with(Predicate<Verdict> verdict) {
    return levels.stream().filter(level -> verdict.test(level.verdict())).toList();
  }

  private static List<Integer> at(List<LevelComparison> levels) {
    return levels.stream().map(LevelComparison::concurrency).toList();
  }
}
