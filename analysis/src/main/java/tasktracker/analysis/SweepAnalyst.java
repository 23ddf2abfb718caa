package tasktracker.analysis;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tasktracker.analysis.compare.Comparisons;
import tasktracker.analysis.compare.Curves;
import tasktracker.analysis.cost.Costs;
import tasktracker.analysis.objective.ObjectiveJudgements;
import tasktracker.analysis.objective.UsersWithin;
import tasktracker.analysis.scaling.LoadPoint;
import tasktracker.analysis.scaling.Scaling;
import tasktracker.analysis.verdict.AnalysedRun;
import tasktracker.analysis.verdict.AnalysedSweep;
import tasktracker.analysis.verdict.AnalysisSettings;
import tasktracker.analysis.verdict.ComparedMetric;
import tasktracker.analysis.verdict.Comparison;
import tasktracker.analysis.verdict.DriftSentences;
import tasktracker.analysis.verdict.ObjectiveJudgement;
import tasktracker.analysis.verdict.Scalability;
import tasktracker.analysis.verdict.ServiceLevelObjective;
import tasktracker.analysis.verdict.SloCapacity;
import tasktracker.analysis.verdict.SweepAnalysis;
import tasktracker.analysis.verdict.UnequalWork;
import tasktracker.analysis.verdict.VerdictText;

/** Makes an analysis of runs. The same runs, settings and seed give the same analysis. */
public final class SweepAnalyst {
  private final AnalysedSweep sweep;
  private final AnalysisSettings settings;
  private final Optional<ServiceLevelObjective> objective;
  private final List<AnalysedRun> counting;

  private SweepAnalyst(AnalysedSweep sweep, AnalysisSettings settings) {
    this.sweep = sweep;
    this.settings = settings;
    this.objective = settings.promised();
    this.counting = sweep.counting();
  }

  /**
   * Analyses an experiment.
   *
   * @throws IllegalArgumentException if the objective of the settings is none
   */
  public static SweepAnalysis analyse(AnalysedSweep sweep, AnalysisSettings settings) {
    return new SweepAnalyst(sweep, settings).analysis();
  }

  private SweepAnalysis analysis() {
    List<String> architectures = sweep.architectures();
    Costs costs = new Costs(architectures, counting);
    List<Comparison> comparisons = comparisons();
    SweepAnalysis analysis =
        new SweepAnalysis(
            List.of(),
            List.of(),
            Map.of(),
            sweep.warnings(),
            limits(comparisons),
            Method.text(settings),
            settings,
            architectures,
            Curves.of(architectures, counting, settings),
            comparisons,
            scalability(),
            capacities(),
            objectives(),
            costs.services(),
            settings.prices() == null ? List.of() : costs.prices(settings),
            costs.idle(settings.confidence()),
            sweep.runs().stream().map(AnalysedRun::assessment).toList(),
            sweep.adaptive() ? Effort.of(sweep.runs()) : null);
    return analysis.withText(new VerdictText(analysis, sweep.circumstances()));
  }

  private List<String> limits(List<Comparison> comparisons) {
    return Stream.of(
            comparisons.stream()
                .flatMap(comparison -> comparison.unequal().stream())
                .map(UnequalWork::toString),
            comparisons.stream()
                .flatMap(comparison -> new DriftSentences(comparison).all().stream()),
            sweep.circumstances().limits().stream())
        .flatMap(limits -> limits)
        .toList();
  }

  private List<Comparison> comparisons() {
    Comparisons comparisons = new Comparisons(settings, sweep.architectures().size() - 1);
    return sweep.architectures().stream()
        .skip(1)
        .map(candidate -> {
          String baseline = sweep.architectures().getFirst();
          return comparisons
              .of(baseline, candidate, counting)
              .withCharts(comparisons.charts(baseline, candidate, counting));
        })
        .toList();
  }

  private List<Scalability> scalability() {
    return sweep.architectures().stream()
        .filter(architecture -> !points(architecture).isEmpty())
        .map(architecture -> Scaling.of(architecture, points(architecture), settings.confidence()))
        .toList();
  }

  private List<LoadPoint> points(String architecture) {
    return runs(architecture).stream()
        .filter(run -> run.figure(ComparedMetric.THROUGHPUT) != null)
        .map(run -> new LoadPoint(run.concurrency(), run.figure(ComparedMetric.THROUGHPUT)))
        .toList();
  }

  private List<SloCapacity> capacities() {
    return objective.stream()
        .map(bounds -> new UsersWithin(bounds, settings))
        .flatMap(users ->
            sweep.architectures().stream()
                .filter(architecture -> !runs(architecture).isEmpty())
                .map(architecture -> users.of(architecture, runs(architecture))))
        .toList();
  }

  private List<ObjectiveJudgement> objectives() {
    return objective.stream()
        .flatMap(bounds ->
            sweep.architectures().stream()
                .flatMap(architecture ->
                    ObjectiveJudgements.of(architecture, counting, bounds, settings.confidence())
                        .stream()))
        .toList();
  }

  private List<AnalysedRun> runs(String architecture) {
    return counting.stream().filter(run -> run.architecture().equals(architecture)).toList();
  }
}
