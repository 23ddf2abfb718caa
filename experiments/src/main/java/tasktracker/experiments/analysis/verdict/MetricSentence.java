package tasktracker.experiments.analysis.verdict;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
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
    String finding = basis() == Basis.NONE ? withoutIntervals() : finding();
    return Optional.of(metric.label() + ": " + finding);
  }

  private static boolean nothingFailed(LevelComparison level) {
    return level.metric() == ComparedMetric.ERROR_RATE
        && level.baseline().value() == 0
        && level.candidate().value() == 0;
  }

  private Basis basis() {
    return levels.getFirst().effect().estimate().basis();
  }

  private String finding() {
    List<String> parts = new ArrayList<>();
    List<LevelComparison> won = levels.stream().filter(this::isWon).toList();
    crossover().ifPresentOrElse(parts::add, () -> leads(won).forEach(parts::add));
    List<LevelComparison> same = with(Verdict.EQUIVALENT::equals);
    if (!same.isEmpty()) {
      parts.add("equivalent (%s) at %s".formatted(margin(), Wording.levels(at(same))));
    }
    List<LevelComparison> open =
        levels.stream().filter(level -> !won.contains(level) && !same.contains(level)).toList();
    if (!open.isEmpty()) {
      parts.add("undecided at %s%s".formatted(Wording.levels(at(open)), more(open)));
    }
    if (!won.isEmpty()) {
      parts.add(sizes(won));
    }
    return String.join("; ", parts)
        + (basis() == Basis.WITHIN_RUN ? " (one run each, intervals within the run only)" : "");
  }

  /** A level whose winner may be named: across repetitions after the adjustment. */
  private boolean isWon(LevelComparison level) {
    if (level.effect().estimate().basis() == Basis.WITHIN_RUN || !metric.headline()) {
      return level.verdict().hasWinner();
    }
    return level.isClaim(1 - settings.confidence());
  }

  private Optional<String> crossover() {
    List<String> flips = new ArrayList<>();
    for (MetricCrossover each : comparison.crossovers(metric)) {
      boolean isCertain =
          each.kind() == MetricCrossover.Kind.CROSSOVER
              && levels.stream()
                  .filter(level ->
                      level.concurrency() == each.from() || level.concurrency() == each.to())
                  .allMatch(this::isWon);
      if (isCertain) {
        flips.add(
            "%s is ahead up to about %s users%s, %s above"
                .formatted(
                    each.leader(),
                    Wording.number(each.load().value()),
                    each.load().interval() == null
                        ? ""
                        : " (%s)".formatted(Wording.interval(each.load().interval())),
                    each.follower()));
      }
    }
    return flips.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", flips));
  }

  private List<String> leads(List<LevelComparison> won) {
    List<String> leads = new ArrayList<>();
    for (Verdict verdict : List.of(Verdict.BETTER, Verdict.WORSE)) {
      List<LevelComparison> levelsWon =
          won.stream().filter(level -> level.verdict() == verdict).toList();
      if (levelsWon.isEmpty()) {
        continue;
      }
      leads.add(
          (verdict == Verdict.BETTER ? comparison.candidate() : comparison.baseline())
              + " is ahead "
              + (levelsWon.size() == levels.size() && levels.size() > 1
                  ? "throughout, from %d to %d users"
                      .formatted(at(levels).getFirst(), at(levels).getLast())
                  : "at " + Wording.levels(at(levelsWon))));
    }
    return leads;
  }

  private String sizes(List<LevelComparison> of) {
    Comparator<LevelComparison> bySize =
        Comparator.comparingDouble(level -> level.effect().estimate().value());
    LevelComparison least = of.stream().min(bySize).orElseThrow();
    LevelComparison most = of.stream().max(bySize).orElseThrow();
    String sizes =
        least.equals(most)
            ? size(least)
            : size(least) + " and " + size(most) + (of.size() > 2 ? ", elsewhere between" : "");
    return switch (metric.scale()) {
      case RATIO ->
          "%s has %s that of %s".formatted(comparison.candidate(), sizes, comparison.baseline());
      case DIFFERENCE ->
          "%s less %s: %s".formatted(comparison.candidate(), comparison.baseline(), sizes);
    };
  }

  private String size(LevelComparison level) {
    return "%s %s at %d users"
        .formatted(
            Wording.estimate(level.effect().estimate()),
            metric.scale() == Effect.Scale.RATIO ? "times" : "percentage points",
            level.concurrency());
  }

  private String withoutIntervals() {
    return "%s; one run each and no interval, so this is a size and not a finding"
        .formatted(sizes(levels));
  }

  private String margin() {
    return metric.scale() == Effect.Scale.RATIO
        ? "within ±" + Wording.percent(settings.equivalence())
        : "within ±%s percentage points".formatted(Wording.number(settings.errorRateMargin()));
  }

  private static String more(List<LevelComparison> open) {
    return open.stream()
        .map(LevelComparison::moreRepetitions)
        .filter(Objects::nonNull)
        .max(Comparator.naturalOrder())
        .map(" (about %d more repetitions needed)"::formatted)
        .orElse("");
  }

  private List<LevelComparison> with(Predicate<Verdict> verdict) {
    return levels.stream().filter(level -> verdict.test(level.verdict())).toList();
  }

  private static List<Integer> at(List<LevelComparison> levels) {
    return levels.stream().map(LevelComparison::concurrency).toList();
  }
}
