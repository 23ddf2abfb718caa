package tasktracker.analysis.verdict;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import tasktracker.analysis.estimate.Interval;

/**
 * What a comparison says on one metric, as clauses of a sentence. What figures of single runs rest
 * on is not among them: {@link SingleRuns} says it once.
 */
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

  /** The finding; empty where the two have no level in common with this metric. */
  Optional<String> finding() {
    List<Integer> apart =
        at(
            comparison.of(metric).stream()
                .filter(level -> level.verdict() == Verdict.NOT_COMPARABLE)
                .toList());
    if (levels.isEmpty() && !apart.isEmpty()) {
      return Optional.of(
          "%s and %s are not comparable at %s, where they did different work"
              .formatted(comparison.baseline(), comparison.candidate(), Wording.levels(apart)));
    }
    if (levels.isEmpty() || nothingFailed().isPresent()) {
      return Optional.empty();
    }
    List<LevelComparison> bare =
        levels.stream().filter(level -> level.effect().estimate().interval() == null).toList();
    List<String> parts = new ArrayList<>();
    if (bare.size() < levels.size()) {
      parts.add(clauses());
    }
    if (!bare.isEmpty()) {
      parts.add(sizes(bare));
    }
    String found = String.join(", and ", parts);
    return Optional.of(
        apart.isEmpty() ? found : found + ", and not comparable at " + Wording.levels(apart));
  }

  /** That no request failed, and what so few requests can hide; empty where one did. */
  Optional<String> nothingFailed() {
    if (levels.isEmpty() || !levels.stream().allMatch(LevelComparison::nothingFailed)) {
      return Optional.empty();
    }
    String bound =
        levels.stream()
            .map(level -> level.effect().estimate().interval())
            .filter(Objects::nonNull)
            .max(Comparator.comparingDouble(Interval::high))
            .map(interval ->
                ", which so few requests show only to within %s percentage points"
                    .formatted(Wording.number(interval.high())))
            .orElse("");
    return Optional.of(
        "no request of %s and %s failed at %s%s"
            .formatted(
                comparison.baseline(), comparison.candidate(), Wording.levels(at(levels)), bound));
  }

  private String clauses() {
    List<LevelComparison> won = levels.stream().filter(this::isWon).toList();
    List<String> parts = new ArrayList<>();
    List<String> flips = crossovers().toList();
    List<String> leads = flips.isEmpty() ? leads(won) : flips;
    if (!won.isEmpty()) {
      parts.add(Wording.and(leads) + ", where " + sizes(won));
    }
    List<LevelComparison> same = with(Verdict.EQUIVALENT::equals);
    if (!same.isEmpty()) {
      parts.add(
          "%s and %s are equivalent (within %s) at %s"
              .formatted(
                  comparison.baseline(),
                  comparison.candidate(),
                  margin(),
                  Wording.levels(at(same))));
    }
    List<LevelComparison> unadjusted =
        with(Verdict::hasWinner).stream().filter(level -> !won.contains(level)).toList();
    if (!unadjusted.isEmpty()) {
      parts.add(sizes(unadjusted) + ", which is not sure enough among so many comparisons");
    }
    List<LevelComparison> undecided =
        with(Verdict.UNDECIDED::equals).stream()
            .filter(level -> level.effect().estimate().interval() != null)
            .toList();
    if (!undecided.isEmpty()) {
      parts.add(
          "it is undecided at %s%s, where %s"
              .formatted(Wording.levels(at(undecided)), more(undecided), sizes(undecided)));
    }
    return String.join(", and ", parts);
  }

  private boolean isWon(LevelComparison level) {
    return level.isClaim(settings);
  }

  private Stream<String> crossovers() {
    return comparison.crossovers(metric).stream()
        .filter(found -> found.kind() == MetricCrossover.Kind.CROSSOVER)
        .map(found ->
            isBetweenNeighbours(found)
                ? "%s is ahead up to about %s users and %s above"
                    .formatted(found.leader(), Wording.estimate(found.load()), found.follower())
                : "%s is ahead at %d users and %s at %d, with the crossover at about %s users"
                    .formatted(
                        found.leader(),
                        found.from(),
                        found.follower(),
                        found.to(),
                        Wording.estimate(found.load())));
  }

  /** Whether no level between its ends was left undecided. */
  private boolean isBetweenNeighbours(MetricCrossover found) {
    return comparison.of(metric).stream()
        .noneMatch(level -> level.concurrency() > found.from() && level.concurrency() < found.to());
  }

  private List<String> leads(List<LevelComparison> won) {
    List<String> leads = new ArrayList<>();
    for (Verdict verdict : List.of(Verdict.BETTER, Verdict.WORSE)) {
      List<Integer> places = at(won.stream().filter(level -> level.verdict() == verdict).toList());
      if (!places.isEmpty()) {
        boolean throughout = places.size() == comparison.of(metric).size() && places.size() > 1;
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
    return needed.getCount() == 0
        ? ""
        : " (" + Wording.repetitionsNeeded(needed.getMin(), needed.getMax()) + ")";
  }

  private List<LevelComparison> with(Predicate<Verdict> verdict) {
    return levels.stream().filter(level -> verdict.test(level.verdict())).toList();
  }

  private static List<Integer> at(List<LevelComparison> levels) {
    return levels.stream().map(LevelComparison::concurrency).toList();
  }
}
