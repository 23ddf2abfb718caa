package tasktracker.analysis.estimate;

import java.util.function.DoubleFunction;

/**
 * Looking at pairs of runs again and again while they are collected, and stopping when something is
 * decided. Each look, the last one included, needs a higher confidence, or winners of chance would
 * be found more often than is said. For up to ten looks a fifth of the error each is enough: S. J.
 * Pocock, "Group Sequential Methods in the Design and Analysis of Clinical Trials",
 * <i>Biometrika</i> 64 (1977), whose constant for ten looks at 5 % is 1.06 %. For more the error is
 * divided among the looks (Bonferroni), which holds however they depend on each other.
 *
 * @param first pairs before the first look
 * @param most pairs at the last look
 */
public record RepeatedLooks(int first, int most) {
  private static final int OF_POCOCK = 10;
  private static final double SHARE_OF_POCOCK = 5;

  /** Checks that there is a look. */
  public RepeatedLooks {
    most = Math.max(first, most);
  }

  /** How often so many pairs have been looked at. */
  public int after(int pairs) {
    return Math.clamp(pairs - first + 1L, 1, number());
  }

  private int number() {
    return most - first + 1;
  }

  /** The confidence of the intervals at each look that cover so much after the last one. */
  public double confidence(double covered) {
    return 1 - (1 - covered) / share();
  }

  /** The p-value at one look as one of all looks together. */
  public double adjust(double p) {
    return Math.min(1, p * share());
  }

  /** An estimate whose interval covers so much after the last look, and says so. */
  public Estimate estimate(double covered, DoubleFunction<Estimate> atConfidence) {
    return atConfidence.apply(confidence(covered)).covering(covered);
  }

  private double share() {
    return number() <= OF_POCOCK ? SHARE_OF_POCOCK : number();
  }
}
