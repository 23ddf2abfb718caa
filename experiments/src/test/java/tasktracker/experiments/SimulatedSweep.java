package tasktracker.experiments;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import tasktracker.analysis.compare.Comparisons;
import tasktracker.analysis.verdict.AnalysedRun;
import tasktracker.analysis.verdict.AnalysisSettings;
import tasktracker.analysis.verdict.ComparedMetric;
import tasktracker.analysis.verdict.Comparison;
import tasktracker.analysis.verdict.RunAssessment;
import tasktracker.load.watch.Validity;

/**
 * A sweep of two architectures at one level whose runs come from anywhere, carried out by the rule
 * of a plan: it is looked at, ended and confirmed as a real one.
 */
final class SimulatedSweep {
  static final int USERS = 50;

  private final MeasuringPlan plan;
  private final AnalysisSettings rule;
  private final Comparisons comparisons;
  private final Source source;
  private final List<AnalysedRun> runs = new ArrayList<>();

  /** Where the figures of runs come from. */
  interface Source {
    /** The figures of the next run. */
    Map<ComparedMetric, Double> next(String architecture);

    /** Log-normal figures: those of {@code b} are so many times those of {@code a}. */
    static Source scattering(
        Random random, double noise, double ratio, List<ComparedMetric> metrics) {
      return architecture -> {
        Map<ComparedMetric, Double> figures = new EnumMap<>(ComparedMetric.class);
        for (ComparedMetric metric : metrics) {
          double mean = architecture.equals("b") ? 20 * ratio : 20;
          figures.put(metric, mean * Math.exp(noise * random.nextGaussian()));
        }
        return figures;
      };
    }
  }

  SimulatedSweep(MeasuringPlan plan, Source source) {
    this.plan = plan;
    this.rule = plan.stoppingRule(1);
    this.comparisons = new Comparisons(rule);
    this.source = source;
  }

  /** The rule by which it is looked at. */
  AnalysisSettings rule() {
    return rule;
  }

  /** What it says in the end. */
  Comparison end() {
    Comparison comparison = decide();
    if (plan.confirm() == 0 || !criterion(comparison).isSure(USERS)) {
      return comparison;
    }
    int decided = runs.size() / 2;
    for (int each = 1; each <= plan.confirm(); each++) {
      measure(decided + each, true);
    }
    return compare();
  }

  private Comparison decide() {
    for (int repetition = 1; ; repetition++) {
      measure(repetition, false);
      if (repetition >= plan.fixedRepetitions()) {
        Comparison comparison = compare();
        int left = plan.repeats() - repetition;
        StoppingCriterion criterion = criterion(comparison);
        if (left == 0 || criterion.isSure(USERS) || criterion.isOutOfReach(USERS, left)) {
          return comparison;
        }
      }
    }
  }

  private Comparison compare() {
    return comparisons.of("a", "b", runs);
  }

  private StoppingCriterion criterion(Comparison comparison) {
    return new StoppingCriterion(List.of(comparison), plan.precision(), rule);
  }

  /** How many pairs it measured. */
  int pairs() {
    return runs.size() / 2;
  }

  private void measure(int repetition, boolean confirms) {
    for (String architecture : List.of("a", "b")) {
      runs.add(
          new AnalysedRun(
              new RunAssessment(
                  "run",
                  architecture,
                  USERS,
                  repetition,
                  Validity.VALID,
                  List.of(),
                  false,
                  confirms),
              source.next(architecture),
              Map.of(),
              10_000L,
              Map.of(),
              List.of(),
              null,
              null,
              null,
              null,
              null,
              List.of(),
              Map.of()));
    }
  }
}
