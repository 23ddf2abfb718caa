package tasktracker.analysis.verdict;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.util.List;
import java.util.OptionalDouble;
import tasktracker.analysis.estimate.SampleMean;
import tasktracker.analysis.estimate.StudentT;

/**
 * How small a difference can be found, by how much pairs of one system with itself scatter.
 *
 * @param metric what is compared
 * @param pairs how many pairs of runs it is known from
 * @param deviation standard deviation of the logarithm of the ratio of a pair, over all levels
 */
public record Sensitivity(ComparedMetric metric, int pairs, double deviation) {
  /** Of five comparisons with a difference of this size, four find it. */
  private static final double POWER = 0.8;

  /** One for each metric of a comparison that has run charts. */
  public static List<Sensitivity> of(Comparison comparison) {
    return comparison.charts().stream().map(Sensitivity::of).toList();
  }

  private static Sensitivity of(RunChart chart) {
    double squares = 0;
    int freedom = 0;
    for (List<Double> level :
        chart.pairs().stream()
            .collect(
                groupingBy(
                    RunChart.Pair::concurrency, mapping(pair -> Math.log(pair.ratio()), toList())))
            .values()) {
      if (level.size() > 1) {
        squares += (level.size() - 1) * Math.pow(SampleMean.of(level).deviation(), 2);
        freedom += level.size() - 1;
      }
    }
    return new Sensitivity(chart.metric(), chart.pairs().size(), Math.sqrt(squares / freedom));
  }

  /**
   * The smallest relative difference that so many pairs of one level find in four of five
   * comparisons: (t(confidence) + t(power)) s / √n on the logarithm. See G. W. Snedecor, W. G.
   * Cochran, <i>Statistical Methods</i>, 1989, section 6.14. Empty for less than two pairs.
   */
  public OptionalDouble smallest(int count, double confidence) {
    if (count < 2) {
      return OptionalDouble.empty();
    }
    StudentT student = new StudentT(count - 1);
    double factor = student.factor(confidence) + student.quantile(POWER);
    return OptionalDouble.of(Math.expm1(factor * deviation / Math.sqrt(count)));
  }
}
