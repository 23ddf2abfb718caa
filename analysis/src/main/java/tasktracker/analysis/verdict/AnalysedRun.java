package tasktracker.analysis.verdict;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One run as the analysis sees it.
 *
 * @param assessment which run it is, and whether it counts
 * @param figures its figures; a missing one has no entry
 * @param steps how far apart the values are that a figure can have, where it was rounded; an exact
 *     figure has no entry
 * @param requests requests that it counted; null where it does not say
 * @param resampled figures of the resamples of its seconds, the same number for each metric; empty
 *     where it was not looked into
 * @param services what its services took; empty where nobody looked
 * @param idle what its stack took before load; null where nobody looked
 * @param wallSeconds how long it took, with its deployment if that was brought up for it; null
 *     where it does not say
 * @param deploymentSeconds how much of that went by until a deployment was ready for it and for the
 *     runs after it; 0 where an earlier run brought that up, null where it does not say
 * @param cpuSpeed how fast the processors of its stack were, which only ratios tell; null where
 *     nobody looked
 * @param iterations how often its users did all that they do; null where nobody counted
 * @param work what it asked of each endpoint; empty where nobody recorded it
 * @param bounded figures that bounds of the objective are about which are not of the whole run; a
 *     missing one has no entry
 */
public record AnalysedRun(
    RunAssessment assessment,
    Map<ComparedMetric, Double> figures,
    Map<ComparedMetric, Double> steps,
    Long requests,
    Map<ComparedMetric, List<Double>> resampled,
    List<ServiceSample> services,
    IdleSample idle,
    Double wallSeconds,
    Double deploymentSeconds,
    Double cpuSpeed,
    Long iterations,
    List<EndpointWork> work,
    Map<ServiceLevelObjective.Bound, Double> bounded) {

  /** Copies the collections. */
  public AnalysedRun {
    figures = Map.copyOf(figures);
    steps = Map.copyOf(steps);
    resampled = Map.copyOf(resampled);
    services = List.copyOf(services);
    work = List.copyOf(work);
    bounded = Map.copyOf(bounded);
  }

  /** The runs of one architecture by the number of their users. */
  public static SortedMap<Integer, List<AnalysedRun>> levels(
      String architecture, List<AnalysedRun> runs) {
    return runs.stream()
        .filter(run -> run.architecture().equals(architecture))
        .collect(groupingBy(AnalysedRun::concurrency, TreeMap::new, toList()));
  }

  /** The figures of those runs that have the metric. */
  public static List<Double> values(ComparedMetric metric, List<AnalysedRun> runs) {
    return runs.stream().map(run -> run.figure(metric)).filter(Objects::nonNull).toList();
  }

  /** Its figure; null where it has none. */
  public Double figure(ComparedMetric metric) {
    return figures.get(metric);
  }

  /**
   * By how much rounding can have moved a figure at most, as a distance of the metric; not finite
   * for the ratio of a figure that may have been 0.
   */
  public double rounding(ComparedMetric metric) {
    double step = steps.getOrDefault(metric, 0.0);
    return step == 0
        ? 0
        : Math.abs(metric.distance(Math.max(0, figure(metric) - step / 2), figure(metric)));
  }

  /** The figure that a bound is about; null where it has none. */
  public Double figure(ServiceLevelObjective.Bound bound) {
    return bound.isOfWholeRun() ? figure(bound.metric()) : bounded.get(bound);
  }

  /** The architecture. */
  public String architecture() {
    return assessment.architecture();
  }

  /** Virtual users. */
  public int concurrency() {
    return assessment.concurrency();
  }

  /** From 1. */
  public int repetition() {
    return assessment.repetition();
  }
}
