package tasktracker.analysis.compare;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import tasktracker.analysis.estimate.Holm;
import tasktracker.analysis.verdict.ComparedMetric;
import tasktracker.analysis.verdict.Drift;
import tasktracker.analysis.verdict.Effect;
import tasktracker.analysis.verdict.RunChart;

/** The run charts of two architectures, and what they say about drift. */
final class RunCharts {
  private RunCharts() {}

  /** A chart for each headline metric whose figures are ratios, of three pairs or more. */
  static List<RunChart> of(List<RunPair> pairs, long seed) {
    List<RunChart> charts = new ArrayList<>();
    for (ComparedMetric metric : ComparedMetric.values()) {
      if (metric.headline() && metric.scale() == Effect.Scale.RATIO) {
        List<RunChart.Pair> points = points(metric, pairs);
        RepetitionOrder ratio = order(points, pair -> Math.log(pair.ratio()));
        RepetitionOrder machine =
            order(points, pair -> Math.log(pair.baseline() * pair.candidate()) / 2);
        if (ratio.isKnown() && machine.isKnown()) {
          charts.add(new RunChart(metric, points, ratio.drift(seed), machine.drift(seed)));
        }
      }
    }
    List<Drift> ratios = adjusted(charts, RunChart::ratio);
    List<Drift> machines = adjusted(charts, RunChart::machine);
    List<RunChart> adjusted = new ArrayList<>();
    for (int i = 0; i < charts.size(); i++) {
      RunChart chart = charts.get(i);
      adjusted.add(new RunChart(chart.metric(), chart.pairs(), ratios.get(i), machines.get(i)));
    }
    return adjusted;
  }

  private static List<RunChart.Pair> points(ComparedMetric metric, List<RunPair> pairs) {
    return pairs.stream()
        .filter(pair -> pair.has(metric))
        .map(pair -> point(metric, pair))
        .filter(point -> Double.isFinite(Math.log(point.ratio())))
        .sorted(
            Comparator.comparingInt(RunChart.Pair::concurrency)
                .thenComparingInt(RunChart.Pair::repetition))
        .toList();
  }

  private static RunChart.Pair point(ComparedMetric metric, RunPair pair) {
    double baseline = pair.baseline().figure(metric);
    double candidate = pair.candidate().figure(metric);
    return new RunChart.Pair(
        pair.baseline().concurrency(),
        pair.baseline().repetition(),
        baseline,
        candidate,
        candidate / baseline);
  }

  private static RepetitionOrder order(
      List<RunChart.Pair> points, ToDoubleFunction<RunChart.Pair> value) {
    List<SortedMap<Integer, Double>> levels = new ArrayList<>();
    points.stream()
        .collect(groupingBy(RunChart.Pair::concurrency, TreeMap::new, toList()))
        .values()
        .forEach(level -> {
          SortedMap<Integer, Double> values = new TreeMap<>();
          level.forEach(pair -> values.put(pair.repetition(), value.applyAsDouble(pair)));
          levels.add(values);
        });
    return new RepetitionOrder(levels);
  }

  private static List<Drift> adjusted(List<RunChart> charts, Function<RunChart, Drift> which) {
    List<Double> found = new ArrayList<>();
    for (RunChart chart : charts) {
      found.add(which.apply(chart).lag1P());
      found.add(which.apply(chart).trendP());
    }
    List<Double> adjusted = Holm.adjust(found);
    List<Drift> drifts = new ArrayList<>();
    for (int i = 0; i < charts.size(); i++) {
      drifts.add(which.apply(charts.get(i)).withP(adjusted.get(2 * i), adjusted.get(2 * i + 1)));
    }
    return drifts;
  }
}
