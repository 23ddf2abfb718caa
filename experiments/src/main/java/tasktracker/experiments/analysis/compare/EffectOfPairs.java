package tasktracker.experiments.analysis.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tasktracker.experiments.analysis.estimate.Basis;
import tasktracker.experiments.analysis.estimate.Estimate;
import tasktracker.experiments.analysis.estimate.Interval;
import tasktracker.experiments.analysis.estimate.SampleMean;
import tasktracker.experiments.analysis.verdict.ComparedMetric;
import tasktracker.experiments.analysis.verdict.Effect;

/** The effect on one metric, from pairs of runs. */
record EffectOfPairs(ComparedMetric metric, List<RunPair> pairs) {

  /** Leaves out the pairs that lack the metric. */
  EffectOfPairs {
    pairs = pairs.stream().filter(pair -> pair.has(metric)).toList();
  }

  /** How far apart they are; empty without pairs, and where a ratio to 0 would be needed. */
  Optional<EffectDistribution> distribution() {
    if (pairs.isEmpty()) {
      return Optional.empty();
    }
    Optional<EffectDistribution> nothingFailed = noFailures();
    if (nothingFailed.isPresent()) {
      return nothingFailed;
    }
    List<Double> effects =
        pairs.stream()
            .map(pair -> inner(pair.baseline().figure(metric), pair.candidate().figure(metric)))
            .toList();
    if (!effects.stream().allMatch(Double::isFinite)) {
      return Optional.empty();
    }
    if (effects.size() > 1) {
      return Optional.of(new AcrossRepetitions(SampleMean.of(effects)));
    }
    return Optional.of(ofOnePair(pairs.getFirst(), effects.getFirst()));
  }

  private EffectDistribution ofOnePair(RunPair pair, double center) {
    List<Double> ones = pair.baseline().resampled().getOrDefault(metric, List.of());
    List<Double> others = pair.candidate().resampled().getOrDefault(metric, List.of());
    List<Double> effects = new ArrayList<>();
    for (int i = 0; i < Math.min(ones.size(), others.size()); i++) {
      effects.add(inner(ones.get(i), others.get(i)));
    }
    return effects.isEmpty() || !effects.stream().allMatch(Double::isFinite)
        ? new PointEffect(center)
        : new WithinRun(center, effects);
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

  private double inner(double baseline, double candidate) {
    return switch (metric.scale()) {
      case RATIO -> Math.log(candidate / baseline);
      case DIFFERENCE -> candidate - baseline;
    };
  }

  /** An estimate of the inner scale as the effect that people read. */
  Effect effect(Estimate inner) {
    return switch (metric.scale()) {
      case RATIO -> new Effect(Effect.Scale.RATIO, exponential(inner));
      case DIFFERENCE -> new Effect(Effect.Scale.DIFFERENCE, inner);
    };
  }

  private static Estimate exponential(Estimate inner) {
    Interval interval = inner.interval();
    return new Estimate(
        Math.exp(inner.value()),
        interval == null
            ? null
            : new Interval(
                Math.exp(interval.low()),
                Math.exp(interval.high()),
                interval.confidence(),
                interval.basis()));
  }
}
