package tasktracker.analysis.verdict;

import java.util.List;
import tasktracker.analysis.estimate.Estimate;

/**
 * How the throughput of an architecture grows with its users.
 *
 * @param architecture the architecture
 * @param law the Universal Scalability Law fitted to it; null where it was refused
 * @param refusal why the data cannot carry the law; null where it was fitted
 * @param knee users at which the throughput stops growing with them; null where it never does
 * @param kneeNote how the knee was found, or why there is none
 */
public record Scalability(
    String architecture, Law law, String refusal, Double knee, String kneeNote) {

  /**
   * The Universal Scalability Law X(N) = γN / (1 + α(N − 1) + βN(N − 1)), after N. J. Gunther,
   * <i>Guerrilla Capacity Planning</i>, 2007.
   *
   * @param gamma throughput of one user in requests per second
   * @param alpha contention
   * @param beta coherency
   * @param peakConcurrency users at the highest throughput, √((1 − α) / β); null where that is
   *     beyond the tested levels
   * @param peakThroughput the highest throughput in requests per second; null likewise
   * @param rSquared share of the variance that the law explains
   * @param points what was measured and what the law says, by rising concurrency
   */
  public record Law(
      Estimate gamma,
      Estimate alpha,
      Estimate beta,
      Double peakConcurrency,
      Double peakThroughput,
      double rSquared,
      List<Point> points) {

    /** Copies the points. */
    public Law {
      points = List.copyOf(points);
    }
  }

  /**
   * One tested level.
   *
   * @param concurrency virtual users
   * @param measured throughput in requests per second, mean over repetitions
   * @param fitted what the law says
   */
  public record Point(double concurrency, double measured, double fitted) {

    /** Measured less fitted, in requests per second. */
    public double residual() {
      return measured - fitted;
    }
  }
}
