package tasktracker.analysis.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import tasktracker.analysis.estimate.Holm;
import tasktracker.analysis.verdict.AnalysedRun;
import tasktracker.analysis.verdict.AnalysisSettings;
import tasktracker.analysis.verdict.ComparedMetric;
import tasktracker.analysis.verdict.Comparison;
import tasktracker.analysis.verdict.FailedRequests;
import tasktracker.analysis.verdict.MetricCrossover;
import tasktracker.analysis.verdict.RunChart;
import tasktracker.analysis.verdict.UnequalWork;

/** Compares two architectures by every metric at every level that both have. */
public final class Comparisons {
  private final AnalysisSettings settings;
  private final int candidates;

  /** Comparisons of one candidate. */
  public Comparisons(AnalysisSettings settings) {
    this(settings, 1);
  }

  /**
   * Comparisons with these settings.
   *
   * @param candidates how many are compared with the baseline: the error is divided among them
   */
  public Comparisons(AnalysisSettings settings, int candidates) {
    this.settings = settings;
    this.candidates = Math.max(1, candidates);
  }

  /**
   * Compares the runs of two architectures.
   *
   * @param runs those that count, of these and other architectures
   */
  public Comparison of(String baseline, String candidate, List<AnalysedRun> runs) {
    return compare(
        baseline,
        candidate,
        AnalysedRun.levels(baseline, runs),
        AnalysedRun.levels(candidate, runs),
        (metric, ones, others) -> new EffectOfPairs(metric, RunPair.of(ones, others)),
        run -> run.assessment().confirms());
  }

  /** Compares runs of one architecture in two experiments, which have no repetition in common. */
  public Comparison ofExperiments(
      String architecture, List<AnalysedRun> before, List<AnalysedRun> after) {
    return compare(
        architecture,
        architecture,
        AnalysedRun.levels(architecture, before),
        AnalysedRun.levels(architecture, after),
        EffectOfGroups::new,
        _ -> false);
  }

  /** The pairs of runs in time order, and whether they drift. */
  public List<RunChart> charts(String baseline, String candidate, List<AnalysedRun> runs) {
    Map<Integer, List<AnalysedRun>> ones = AnalysedRun.levels(baseline, runs);
    Map<Integer, List<AnalysedRun>> others = AnalysedRun.levels(candidate, runs);
    List<RunPair> pairs = new ArrayList<>();
    ones.forEach(
        (users, of) -> pairs.addAll(RunPair.of(of, others.getOrDefault(users, List.of()))));
    return RunCharts.of(pairs, settings.seed());
  }

  /** Computes the effect of runs of one level. */
  private interface EffectOfRuns {
    MeasuredEffect of(
        ComparedMetric metric, List<AnalysedRun> baseline, List<AnalysedRun> candidate);
  }

  /** That of a metric on which nothing may be said. */
  private static final EffectOfRuns NOTHING =
      (metric, _, _) -> new EffectOfPairs(metric, List.of());

  private Comparison compare(
      String baseline,
      String candidate,
      Map<Integer, List<AnalysedRun>> ones,
      Map<Integer, List<AnalysedRun>> others,
      EffectOfRuns effect,
      Predicate<AnalysedRun> confirms) {
    ones.keySet().retainAll(others.keySet());
    var search = new CrossoverSearch(baseline, candidate, settings, new Random(settings.seed()));
    Map<Integer, UnequalWork> unequal = unequal(baseline, candidate, ones, others);
    List<ComparedLevel> each = new ArrayList<>();
    List<ComparedLevel> fresh = new ArrayList<>();
    for (ComparedMetric metric : ComparedMetric.values()) {
      ones.forEach((users, runs) -> {
        Sides sides = new Sides(users, runs, others.get(users));
        EffectOfRuns allowed = claimable(metric, sides) ? effect : NOTHING;
        ComparedLevel level = level(metric, sides.only(confirms.negate()), allowed, settings);
        boolean forbidden = unequal.containsKey(users) && unequal.get(users).forbids(metric);
        each.add(forbidden ? level.ofDifferentWork() : level);
        fresh.add(level(metric, sides.only(confirms), allowed, settings.withLooks(null)));
      });
    }
    List<ComparedLevel> levels = confirmed(adjusted(each), fresh);
    List<MetricCrossover> crossovers = new ArrayList<>();
    for (ComparedMetric metric : ComparedMetric.values()) {
      crossovers.addAll(
          search.in(
              metric,
              levels.stream().filter(level -> level.comparison().metric() == metric).toList()));
    }
    return new Comparison(
        baseline,
        candidate,
        levels.stream().map(ComparedLevel::comparison).toList(),
        List.copyOf(unequal.values()),
        crossovers,
        List.of());
  }

  /** The runs of both at one level. */
  private record Sides(int users, List<AnalysedRun> ones, List<AnalysedRun> others) {
    Sides only(Predicate<AnalysedRun> which) {
      return new Sides(
          users, ones.stream().filter(which).toList(), others.stream().filter(which).toList());
    }
  }

  private static ComparedLevel level(
      ComparedMetric metric, Sides sides, EffectOfRuns effect, AnalysisSettings settings) {
    return ComparedLevel.of(
        sides.users(),
        sides.ones(),
        sides.others(),
        effect.of(metric, sides.ones(), sides.others()),
        settings);
  }

  /** The sizes of what was decided come from the pairs that were measured afterwards. */
  private List<ComparedLevel> confirmed(List<ComparedLevel> levels, List<ComparedLevel> fresh) {
    List<ComparedLevel> confirmed = new ArrayList<>();
    for (int i = 0; i < levels.size(); i++) {
      boolean enough = fresh.get(i).comparison().repetitions() > 1;
      confirmed.add(enough ? levels.get(i).confirmedBy(fresh.get(i), settings) : levels.get(i));
    }
    return confirmed;
  }

  private Map<Integer, UnequalWork> unequal(
      String baseline,
      String candidate,
      Map<Integer, List<AnalysedRun>> ones,
      Map<Integer, List<AnalysedRun>> others) {
    EqualWork equal =
        baseline.equals(candidate)
            ? new EqualWork("the first folder", "the second", settings.workTolerance())
            : new EqualWork(baseline, candidate, settings.workTolerance());
    Map<Integer, UnequalWork> unequal = new TreeMap<>();
    ones.forEach((users, runs) ->
        equal.at(users, runs, others.get(users)).ifPresent(work -> unequal.put(users, work)));
    return unequal;
  }

  /** Judged by all runs of a level, also by those that confirm what others have decided. */
  private static boolean claimable(ComparedMetric metric, Sides sides) {
    return !metric.isLatency()
        || !(FailedRequests.forbidLatencyClaim(sides.ones())
            || FailedRequests.forbidLatencyClaim(sides.others()));
  }

  /**
   * The share of the error for looking comes first, then that of all claims together: by Holm's
   * method for the metrics of the first screen, by Bonferroni's among all metrics for the others,
   * so that the reciprocal of a figure never claims more than the figure itself.
   */
  private List<ComparedLevel> adjusted(List<ComparedLevel> levels) {
    List<Double> pValues =
        levels.stream()
            .map(level -> level.distribution().map(EffectDistribution::pValue).orElse(Double.NaN))
            .map(settings::afterLooking)
            .toList();
    List<Integer> judged =
        IntStream.range(0, levels.size()).boxed().filter(i -> !pValues.get(i).isNaN()).toList();
    List<Integer> family =
        judged.stream().filter(i -> levels.get(i).comparison().metric().headline()).toList();
    List<Double> ofFamily = Holm.adjust(family.stream().map(pValues::get).toList());
    List<ComparedLevel> adjusted = new ArrayList<>(levels);
    for (int i : judged) {
      int place = family.indexOf(i);
      double p = place < 0 ? judged.size() * pValues.get(i) : ofFamily.get(place);
      adjusted.set(i, levels.get(i).withAdjustedP(Math.min(1, candidates * p)));
    }
    return adjusted;
  }
}
