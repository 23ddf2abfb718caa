package tasktracker.analysis.compare;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.random.RandomGenerator;
import tasktracker.analysis.estimate.Basis;
import tasktracker.analysis.estimate.Estimate;
import tasktracker.analysis.verdict.AnalysisSettings;
import tasktracker.analysis.verdict.ComparedMetric;
import tasktracker.analysis.verdict.LevelComparison;
import tasktracker.analysis.verdict.MetricCrossover;
import tasktracker.analysis.verdict.MetricCrossover.Kind;
import tasktracker.analysis.verdict.Verdict;

/**
 * Looks for levels between which the winner of a metric flips. Only levels whose winner may be
 * claimed, after the adjustment for the number of comparisons, count; where the two architectures
 * meet between two such levels is interpolated along straight lines, and its interval comes from
 * drawing the effects of all levels in between again and again.
 */
final class CrossoverSearch {
  private final String baseline;
  private final String candidate;
  private final AnalysisSettings settings;
  private final RandomGenerator random;

  CrossoverSearch(
      String baseline, String candidate, AnalysisSettings settings, RandomGenerator random) {
    this.baseline = baseline;
    this.candidate = candidate;
    this.settings = settings;
    this.random = random;
  }

  /** One finding for each flip, or one that says why there is none; none below two levels. */
  List<MetricCrossover> in(ComparedMetric metric, List<ComparedLevel> all) {
    List<ComparedLevel> levels =
        all.stream().filter(level -> level.distribution().isPresent()).toList();
    if (levels.size() < 2) {
      return List.of();
    }
    List<MetricCrossover> flips = new ArrayList<>();
    int last = -1;
    for (int i = 0; i < levels.size(); i++) {
      Verdict verdict = word(levels.get(i));
      if (!verdict.hasWinner()) {
        continue;
      }
      if (last >= 0 && word(levels.get(last)) != verdict) {
        flip(metric, levels.subList(last, i + 1)).ifPresent(flips::add);
      }
      last = i;
    }
    return flips.isEmpty() ? List.of(withoutFlip(metric, levels)) : flips;
  }

  private MetricCrossover withoutFlip(ComparedMetric metric, List<ComparedLevel> levels) {
    List<Verdict> words = levels.stream().map(this::word).toList();
    Optional<Verdict> winner = words.stream().filter(Verdict::hasWinner).findFirst();
    Kind kind;
    if (winner.isPresent()) {
      kind =
          words.stream().allMatch(Verdict::hasWinner)
              ? Kind.AHEAD_THROUGHOUT
              : Kind.AHEAD_IN_PLACES;
    } else {
      kind =
          words.stream().allMatch(Verdict.EQUIVALENT::equals)
              ? Kind.EQUIVALENT_THROUGHOUT
              : Kind.UNDECIDED;
    }
    return new MetricCrossover(
        metric,
        kind,
        levels.getFirst().comparison().concurrency(),
        levels.getLast().comparison().concurrency(),
        null,
        null,
        winner.map(this::ahead).orElse(null),
        null);
  }

  /** Empty where fresh pairs no longer show the two in another order. */
  private Optional<MetricCrossover> flip(ComparedMetric metric, List<ComparedLevel> between) {
    return MeetingLines.first(between.stream().map(level -> place(level, center(level))).toList())
        .map(meeting ->
            new MetricCrossover(
                metric,
                Kind.CROSSOVER,
                between.getFirst().comparison().concurrency(),
                between.getLast().comparison().concurrency(),
                location(meeting.load(), between),
                meeting.baseline(),
                ahead(word(between.getFirst())),
                ahead(word(between.getLast()))));
  }

  private Verdict word(ComparedLevel level) {
    LevelComparison comparison = level.comparison();
    return comparison.verdict().hasWinner() && !comparison.isClaim(settings)
        ? Verdict.UNDECIDED
        : comparison.verdict();
  }

  private Estimate location(double load, List<ComparedLevel> between) {
    List<Double> loads = new ArrayList<>();
    for (int i = 0; i < settings.resamples(); i++) {
      meetingOfDraw(between).ifPresent(loads::add);
    }
    if (loads.isEmpty()) {
      return Estimate.withoutInterval(load);
    }
    boolean confirmed = between.stream().allMatch(level -> level.comparison().deciding() != null);
    AnalysisSettings used = confirmed ? settings.withLooks(null) : settings;
    return used.estimate(WithinRun.of(load, loads)::estimate).restingOn(weakest(between));
  }

  private static Basis weakest(List<ComparedLevel> between) {
    return between.stream()
        .map(level -> level.comparison().effect().estimate().basis())
        .max(Comparator.naturalOrder())
        .orElse(Basis.NONE);
  }

  private OptionalDouble meetingOfDraw(List<ComparedLevel> between) {
    List<MeetingLines.Place> drawn =
        between.stream()
            .map(level -> place(level, level.distribution().orElseThrow().draw(random)))
            .toList();
    return MeetingLines.first(drawn).stream().mapToDouble(MeetingLines.Place::load).findFirst();
  }

  private static double center(ComparedLevel level) {
    return level.distribution().orElseThrow().center();
  }

  private static MeetingLines.Place place(ComparedLevel level, double effect) {
    double value = level.comparison().baseline().value();
    double difference =
        switch (level.comparison().metric().scale()) {
          case RATIO -> value * Math.expm1(effect);
          case DIFFERENCE -> effect;
        };
    return new MeetingLines.Place(level.comparison().concurrency(), value, difference);
  }

  private String ahead(Verdict verdict) {
    return verdict == Verdict.BETTER ? candidate : baseline;
  }
}
