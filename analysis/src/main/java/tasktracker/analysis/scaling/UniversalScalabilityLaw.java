package tasktracker.analysis.scaling;

/**
 * X(N) = γN / (1 + α(N − 1) + βN(N − 1)): the throughput of N users, which γ is for one, when they
 * wait for each other (α, contention) and agree with each other (β, coherency). N. J. Gunther,
 * <i>Guerrilla Capacity Planning</i>, Springer 2007, chapter 4.
 *
 * @param gamma throughput of one user
 * @param alpha contention, not negative
 * @param beta coherency, not negative
 */
record UniversalScalabilityLaw(double gamma, double alpha, double beta) {

  double throughput(double users) {
    return gamma * users / denominator(users);
  }

  /** Users at the highest throughput; NaN where it never falls. */
  double peak() {
    return beta > 0 ? Math.sqrt(Math.max(0, 1 - alpha) / beta) : Double.NaN;
  }

  private double denominator(double users) {
    return 1 + alpha * (users - 1) + beta * users * (users - 1);
  }

  /** The derivatives of X(N) by γ, α and β. */
  double[] gradient(double users) {
    double denominator = denominator(users);
    double slope = -gamma * users * (users - 1) / (denominator * denominator);
    return new double[] {users / denominator, slope, slope * users};
  }
}
