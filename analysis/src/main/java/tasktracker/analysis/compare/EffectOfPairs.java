package tasktracker.analysis.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tasktracker.analysis.estimate.Basis;
import tasktracker.analysis.estimate.SampleMean;
import tasktracker.analysis.verdict.ComparedMetric;

/** The effect on one metric, from pairs of runs. */
record EffectOfPairs(ComparedMetric metric, List<RunPair> pairs) implements MeasuredEffect {

  /** Leaves out the pairs that lack the metric. */
  EffectOfPairs {
    pairs = pairs.stream().filter(pair -> pair.has(metric)).toList();
  }

  @Override
  public int repetitions() {
    return pairs.size();
  }

  @Override
  public Optional<EffectDistribution> distribution() {
    if (pairs.isEmpty()) {
      return Optional.empty();
    }
    Optional<EffectDistribution> nothingFailed = noFailures();
    if (nothingFailed.isPresent()) {
      return nothingFailed;
    }
    List<Double> effects =
        pairs.stream()
            .map(pair ->
                metric.distance(pair.baseline().figure(metric), pair.candidate().figure(metric)))
            .toList();
    if (!effects.stream().allMatch(Double::isFinite)) {
      return Optional.empty();
    }
    EffectDistribution seen =
        effects.size() > 1
            ? new AcrossRepetitions(SampleMean.of(effects))
            : ofOnePair(pairs.getFirst(), effects.getFirst());
    return rounded(
        seen,
        pairs.stream().map(RunPair::baseline).toList(),
        pairs.stream().map(RunPair::candidate).toList());
  }

  EffectDistribution ofOnePair(RunPair pair, double center) {
    List<Double> ones = pair.baseline().resampled().getOrDefault(metric, List.of());
    List<Double> others = pair.candidate().resampled().getOrDefault(metric, List.of());
    List<Double> effects = new ArrayList<>();
    for (int i = 0; i < Math.min(ones.size(), others.size()); i++) {
      effects.add(metric.distance(ones.get(i), others.get(i)));
    }
    return effects.isEmpty() || !effects.stream().allMatch(Double::isFinite)
        ? new PointEffect(center)
        : new WithinRun(center, effects, Math.sqrt(2) * metric.spreadOfRuns(), atEqualSpeed(pair));
  }

  /**
   * What processors of equal speed would add to the effect, if the figures followed their speed. As
   * much as that is not known of two single runs.
   */
  private double atEqualSpeed(RunPair pair) {
    Double one = pair.baseline().cpuSpeed();
    Double other = pair.candidate().cpuSpeed();
    if (one == null || other == null || !metric.followsCpuSpeed()) {
      return 0;
    }
    double faster = Math.log(other / one);
    return metric.higherIsBetter() ? -faster : faster;
  }

  private Optional<EffectDistribution> noFailures() {
    boolean none =
        metric == ComparedMetric.ERROR_RATE
            && pairs.stream()
                .allMatch(pair ->
                    pair.baseline().figure(metric) == 0 && pair.candidate().figure(metric) == 0);
    if (!none) {
      return Optional.empty();
    }
    long baseline = 0;
    long candidate = 0;
    for (RunPair pair : pairs) {
      Long one = pair.baseline().requests();
      Long other = pair.candidate().requests();
      baseline += one == null ? 0 : one;
      candidate += other == null ? 0 : other;
    }
    long requests = Math.min(baseline, candidate);
    return requests == 0
        ? Optional.empty()
        : Optional.of(
            new NoFailures(
                requests, pairs.size() > 1 ? Basis.ACROSS_REPETITIONS : Basis.WITHIN_RUN));
  }
}
