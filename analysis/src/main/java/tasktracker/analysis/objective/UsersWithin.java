package tasktracker.analysis.objective;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.SortedMap;
import tasktracker.analysis.estimate.Basis;
import tasktracker.analysis.estimate.Estimate;
import tasktracker.analysis.estimate.Interval;
import tasktracker.analysis.estimate.SampleMean;
import tasktracker.analysis.verdict.AnalysedRun;
import tasktracker.analysis.verdict.AnalysisSettings;
import tasktracker.analysis.verdict.FailedRequests;
import tasktracker.analysis.verdict.ServiceLevelObjective;
import tasktracker.analysis.verdict.ServiceLevelObjective.Bound;
import tasktracker.analysis.verdict.SloCapacity;

/** How many users are served within an objective, from the levels that were tested. */
public final class UsersWithin {
  private final ServiceLevelObjective objective;
  private final AnalysisSettings settings;

  /** The users within the objective of the settings. */
  public UsersWithin(ServiceLevelObjective objective, AnalysisSettings settings) {
    this.objective = objective;
    this.settings = settings;
  }

  /** Of one architecture, from its runs; there must be some. */
  public SloCapacity of(String architecture, List<AnalysedRun> runs) {
    SortedMap<Integer, List<AnalysedRun>> levels = AnalysedRun.levels(architecture, runs);
    Integer met = null;
    Integer missed = null;
    for (Map.Entry<Integer, List<AnalysedRun>> level : levels.entrySet()) {
      if (!objective.isMetBy(bound -> mean(level.getValue(), bound))) {
        missed = level.getKey();
        break;
      }
      met = level.getKey();
    }
    Estimate users =
        met == null || missed == null
            ? null
            : between(met, levels.get(met), missed, levels.get(missed));
    return new SloCapacity(architecture, settings.objective(), met, missed, users);
  }

  private static Double mean(List<AnalysedRun> runs, Bound bound) {
    List<Double> values = values(runs, bound);
    return values.isEmpty() ? null : SampleMean.of(values).mean();
  }

  /** Empty where so many requests failed that latencies say nothing. */
  static List<Double> values(List<AnalysedRun> runs, Bound bound) {
    return bound.metric().isLatency() && FailedRequests.forbidLatencyClaim(runs)
        ? List.of()
        : runs.stream().map(run -> run.figure(bound)).filter(Objects::nonNull).toList();
  }

  /** Null where the level that misses it has no figure to interpolate with. */
  private Estimate between(
      int met, List<AnalysedRun> metRuns, int missed, List<AnalysedRun> missedRuns) {
    boolean complete =
        objective.bounds().stream().noneMatch(bound -> mean(missedRuns, bound) == null);
    if (!complete) {
      return null;
    }
    List<Crossing> crossings =
        objective.bounds().stream()
            .map(bound ->
                new Crossing(
                    bound,
                    SampleMean.of(values(metRuns, bound)),
                    SampleMean.of(values(missedRuns, bound))))
            .toList();
    double share = crossings.stream().mapToDouble(Crossing::share).min().orElse(1);
    double users = met + share * (missed - met);
    if (!crossings.stream().allMatch(Crossing::hasInterval)) {
      return Estimate.withoutInterval(users);
    }
    Random random = new Random(settings.seed());
    List<Double> drawn = new ArrayList<>();
    for (int i = 0; i < settings.resamples(); i++) {
      double least =
          crossings.stream().mapToDouble(crossing -> crossing.draw(random)).min().orElse(1);
      drawn.add(met + least * (missed - met));
    }
    List<Double> ascending = drawn.stream().sorted().toList();
    double tail = (1 - settings.confidenceOfLook()) / 2;
    double low = ascending.get((int) Math.round(tail * (drawn.size() - 1)));
    double high = ascending.get((int) Math.round((1 - tail) * (drawn.size() - 1)));
    if (low <= met || high >= missed) {
      // The limit may as well be passed beyond one of the two levels.
      return Estimate.withoutInterval(users);
    }
    return new Estimate(
        users,
        new Interval(
            Math.min(users, low),
            Math.max(users, high),
            settings.confidence(),
            Basis.ACROSS_REPETITIONS));
  }

  /** Where a metric passes its bound between two levels, as a share of the way. */
  private record Crossing(Bound bound, SampleMean met, SampleMean missed) {

    boolean hasInterval() {
      return met.hasInterval() && missed.hasInterval();
    }

    double share() {
      return share(met.mean(), missed.mean());
    }

    double draw(Random random) {
      return share(met.draw(random), missed.draw(random));
    }

    private double share(double below, double above) {
      if (bound.excess(below) >= 0) {
        return 0;
      }
      return bound.excess(above) < 0 ? 1 : -bound.excess(below) / (above - below);
    }
  }
}
