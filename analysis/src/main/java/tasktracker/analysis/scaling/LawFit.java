package tasktracker.analysis.scaling;

import java.util.List;
import org.hipparchus.exception.MathIllegalStateException;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;
import org.hipparchus.optim.nonlinear.vector.leastsquares.LeastSquaresBuilder;
import org.hipparchus.optim.nonlinear.vector.leastsquares.LeastSquaresOptimizer.Optimum;
import org.hipparchus.optim.nonlinear.vector.leastsquares.LevenbergMarquardtOptimizer;
import org.hipparchus.util.Pair;

/**
 * Least squares of the law. Where the best α or β would be negative, which means nothing, it is
 * held at 0.
 *
 * @param law the fitted law
 * @param errors standard errors of γ, α and β; 0 for one that is held
 * @param freedom degrees of freedom of the residuals
 */
record LawFit(UniversalScalabilityLaw law, List<Double> errors, int freedom) {
  private static final int PARAMETERS = 3;
  private static final int MOST_STEPS = 1000;

  /**
   * Fits the law.
   *
   * @throws MathIllegalStateException when it does not converge
   */
  static LawFit of(List<LoadPoint> points) {
    LawFit free = fit(points, true, true);
    if (free.law.alpha() >= 0 && free.law.beta() >= 0) {
      return free;
    }
    LawFit withoutContention = fit(points, false, true);
    LawFit withoutCoherency = fit(points, true, false);
    if (free.law.alpha() < 0 && withoutContention.law.beta() >= 0) {
      return withoutContention;
    }
    return withoutCoherency.law.alpha() >= 0 ? withoutCoherency : fit(points, false, false);
  }

  private static LawFit fit(List<LoadPoint> points, boolean alpha, boolean beta) {
    double[] held = {1, alpha ? 1 : 0, beta ? 1 : 0};
    LoadPoint first = points.getFirst();
    Optimum optimum =
        new LevenbergMarquardtOptimizer()
            .optimize(
                new LeastSquaresBuilder()
                    .start(new double[] {first.throughput() / first.users(), 0, 0})
                    .target(points.stream().mapToDouble(LoadPoint::throughput).toArray())
                    .model(parameters -> model(points, parameters, held))
                    .maxEvaluations(MOST_STEPS)
                    .maxIterations(MOST_STEPS)
                    .build());
    double[] best = optimum.getPoint().ebeMultiply(new ArrayRealVector(held)).toArray();
    int freedom = points.size() - (1 + (alpha ? 1 : 0) + (beta ? 1 : 0));
    double variance = optimum.getCost() * optimum.getCost() / freedom;
    double[] errors = errors(optimum, held);
    return new LawFit(
        new UniversalScalabilityLaw(best[0], best[1], best[2]),
        List.of(
            Math.sqrt(variance) * errors[0],
            Math.sqrt(variance) * errors[1],
            Math.sqrt(variance) * errors[2]),
        freedom);
  }

  /** Roots of the diagonal of (JᵀJ)⁻¹ over the parameters that are not held. */
  private static double[] errors(Optimum optimum, double... held) {
    RealMatrix jacobian = optimum.getJacobian();
    int[] free = new int[PARAMETERS];
    int count = 0;
    for (int i = 0; i < PARAMETERS; i++) {
      if (held[i] > 0) {
        free[count++] = i;
      }
    }
    RealMatrix part = MatrixUtils.createRealMatrix(jacobian.getRowDimension(), count);
    for (int i = 0; i < count; i++) {
      part.setColumnVector(i, jacobian.getColumnVector(free[i]));
    }
    RealMatrix inverse = MatrixUtils.inverse(part.transposeMultiply(part));
    double[] errors = new double[PARAMETERS];
    for (int i = 0; i < count; i++) {
      errors[free[i]] = Math.sqrt(inverse.getEntry(i, i));
    }
    return errors;
  }

  private static Pair<RealVector, RealMatrix> model(
      List<LoadPoint> points, RealVector parameters, double... held) {
    var law =
        new UniversalScalabilityLaw(
            parameters.getEntry(0),
            parameters.getEntry(1) * held[1],
            parameters.getEntry(2) * held[2]);
    RealVector values = new ArrayRealVector(points.size());
    RealMatrix jacobian = MatrixUtils.createRealMatrix(points.size(), PARAMETERS);
    for (int i = 0; i < points.size(); i++) {
      double users = points.get(i).users();
      values.setEntry(i, law.throughput(users));
      RealVector gradient = new ArrayRealVector(law.gradient(users));
      jacobian.setRowVector(i, gradient.ebeMultiply(new ArrayRealVector(held)));
    }
    return new Pair<>(values, jacobian);
  }
}
