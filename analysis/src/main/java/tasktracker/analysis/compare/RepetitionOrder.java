package tasktracker.analysis.compare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import tasktracker.analysis.verdict.Drift;

/**
 * Values by level and repetition, and whether they depend on the order of the repetitions. What a
 * repetition has in common over all levels, such as a deployment, stays together in every
 * permutation.
 */
final class RepetitionOrder {
  /** The least p-value that so many draws can give is a thousandth. */
  private static final int DRAWS = 999;

  private static final int FEWEST = 3;
  private static final double ROUNDING = 1e-9;

  private final List<double[]> levels = new ArrayList<>();
  private final int repetitions;
  private final double squares;

  /**
   * Values around the mean of their level, by repetition; levels of less than three are left out.
   */
  RepetitionOrder(List<SortedMap<Integer, Double>> values) {
    SortedSet<Integer> all = new TreeSet<>();
    values.stream()
        .filter(level -> level.size() >= FEWEST)
        .forEach(level -> all.addAll(level.keySet()));
    repetitions = all.size();
    for (SortedMap<Integer, Double> level : values) {
      if (level.size() >= FEWEST) {
        double mean =
            level.values().stream().mapToDouble(Double::doubleValue).average().orElseThrow();
        levels.add(
            all.stream()
                .mapToDouble(repetition -> level.getOrDefault(repetition, Double.NaN) - mean)
                .toArray());
      }
    }
    squares = squares();
  }

  /** Whether there is an order to look at. */
  boolean isKnown() {
    return !levels.isEmpty() && squares > 0;
  }

  Drift drift(long seed) {
    int[] order = IntStream.range(0, repetitions).toArray();
    double lag1 = lag1(order);
    double trend = trend(order);
    Random random = new Random(seed);
    int correlated = 1;
    int trending = 1;
    for (int draw = 0; draw < DRAWS; draw++) {
      shuffle(order, random);
      // Sums in another order differ in their last digits.
      correlated += lag1(order) >= lag1 - ROUNDING ? 1 : 0;
      trending += Math.abs(trend(order)) >= Math.abs(trend) - ROUNDING ? 1 : 0;
    }
    return new Drift(
        lag1,
        correlated / (DRAWS + 1.0),
        trend,
        trending / (DRAWS + 1.0),
        Math.expm1(slope() * (repetitions - 1)));
  }

  private static void shuffle(int[] order, Random random) {
    for (int i = order.length - 1; i > 0; i--) {
      int other = random.nextInt(i + 1);
      int moved = order[i];
      order[i] = order[other];
      order[other] = moved;
    }
  }

  private double lag1(int[] order) {
    double products = 0;
    for (double[] level : levels) {
      double before = Double.NaN;
      for (int place : order) {
        if (!Double.isNaN(level[place])) {
          products += Double.isNaN(before) ? 0 : before * level[place];
          before = level[place];
        }
      }
    }
    return products / squares;
  }

  private double squares() {
    return levels.stream()
        .flatMapToDouble(Arrays::stream)
        .filter(value -> !Double.isNaN(value))
        .map(value -> value * value)
        .sum();
  }

  private double trend(int[] order) {
    double sum = 0;
    int pairs = 0;
    for (double[] level : levels) {
      for (int i = 0; i < order.length; i++) {
        for (int j = i + 1; j < order.length; j++) {
          double rise = level[order[j]] - level[order[i]];
          if (!Double.isNaN(rise)) {
            sum += Math.signum(rise);
            pairs++;
          }
        }
      }
    }
    return sum / pairs;
  }

  /** The median slope from one repetition to the next, over all levels. */
  private double slope() {
    double[] slopes =
        levels.stream()
            .flatMapToDouble(RepetitionOrder::slopes)
            .filter(slope -> !Double.isNaN(slope))
            .sorted()
            .toArray();
    int middle = slopes.length / 2;
    return slopes.length % 2 == 1 ? slopes[middle] : (slopes[middle - 1] + slopes[middle]) / 2;
  }

  private static DoubleStream slopes(double[] level) {
    return IntStream.range(0, level.length)
        .boxed()
        .flatMapToDouble(i ->
            IntStream.range(i + 1, level.length).mapToDouble(j -> (level[j] - level[i]) / (j - i)));
  }
}
