package tasktracker.analysis.scaling;

import static java.util.stream.Collectors.averagingDouble;
import static java.util.stream.Collectors.groupingBy;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.hipparchus.exception.MathRuntimeException;
import tasktracker.analysis.estimate.Basis;
import tasktracker.analysis.estimate.Estimate;
import tasktracker.analysis.estimate.Interval;
import tasktracker.analysis.estimate.StudentT;
import tasktracker.analysis.verdict.Scalability;

/** Says how the throughput of an architecture grows with its users. */
public final class Scaling {
  private static final int FEWEST_LEVELS = 4;

  /** Growth of throughput by growth of users, both as logarithms: 1 where nothing limits it. */
  private static final double PROPORTIONAL = 0.8;

  private static final double LEAST_R_SQUARED = 0.9;

  private final String architecture;
  private final List<LoadPoint> points;
  private final SortedMap<Double, Double> means;
  private final double confidence;

  private Scaling(String architecture, List<LoadPoint> points, double confidence) {
    this.architecture = architecture;
    this.points = points;
    this.confidence = confidence;
    means =
        points.stream()
            .collect(
                groupingBy(LoadPoint::users, TreeMap::new, averagingDouble(LoadPoint::throughput)));
  }

  /** From one point for each run; there must be one. */
  public static Scalability of(String architecture, List<LoadPoint> points, double confidence) {
    return new Scaling(architecture, points, confidence).scalability();
  }

  private Scalability scalability() {
    Knee knee = Knee.in(means);
    if (means.size() < FEWEST_LEVELS) {
      return refused(
          "the law has three parameters and needs %d levels or more, not %d"
              .formatted(FEWEST_LEVELS, means.size()),
          knee);
    }
    double highest = means.lastKey();
    double before = means.headMap(highest).lastKey();
    double elasticity =
        Math.log(means.get(highest) / means.get(before)) / Math.log(highest / before);
    if (elasticity >= PROPORTIONAL) {
      return refused(
          "between %.0f and %.0f users throughput still grows almost in proportion to the users, so nothing shows what will limit it; add higher levels or think less"
              .formatted(before, highest),
          knee);
    }
    try {
      return fitted(LawFit.of(levels()), knee);
    } catch (MathRuntimeException e) {
      return refused("the fit does not converge", knee);
    }
  }

  /**
   * The mean of each level: by what a level differs from the law is common to all of its runs, so
   * more runs of a level are no more evidence on the law.
   */
  private List<LoadPoint> levels() {
    return means.entrySet().stream()
        .map(level -> new LoadPoint(level.getKey(), level.getValue()))
        .toList();
  }

  private Scalability fitted(LawFit fit, Knee knee) {
    List<Scalability.Point> compared = new ArrayList<>();
    means.forEach((users, throughput) ->
        compared.add(new Scalability.Point(users, throughput, fit.law().throughput(users))));
    double rSquared = rSquared(fit);
    if (rSquared < LEAST_R_SQUARED) {
      return refused(
          "the law explains only %.0f %% of the variance".formatted(100 * rSquared), knee);
    }
    double peak = fit.law().peak();
    // Beyond the tested levels it would be an extrapolation; NaN is not below either.
    boolean isTested = peak <= means.lastKey();
    return new Scalability(
        architecture,
        new Scalability.Law(
            estimate(fit.law().gamma(), fit, 0),
            estimate(fit.law().alpha(), fit, 1),
            estimate(fit.law().beta(), fit, 2),
            isTested ? peak : null,
            isTested ? fit.law().throughput(peak) : null,
            rSquared,
            compared),
        null,
        knee.users(),
        knee.note());
  }

  private Scalability refused(String reason, Knee knee) {
    return new Scalability(architecture, null, reason, knee.users(), knee.note());
  }

  private Estimate estimate(double value, LawFit fit, int parameter) {
    double error = fit.errors().get(parameter);
    if (error == 0) {
      return Estimate.withoutInterval(value);
    }
    double half = new StudentT(fit.freedom()).factor(confidence) * error;
    return new Estimate(
            value, new Interval(value - half, value + half, confidence, Basis.ACROSS_LEVELS))
        .notBelow(0);
  }

  private double rSquared(LawFit fit) {
    double mean = points.stream().mapToDouble(LoadPoint::throughput).average().orElseThrow();
    double total = 0;
    double residual = 0;
    for (LoadPoint point : points) {
      total += Math.pow(point.throughput() - mean, 2);
      residual += Math.pow(point.throughput() - fit.law().throughput(point.users()), 2);
    }
    return 1 - residual / total;
  }
}
