package tasktracker.analysis.estimate;

/**
 * Looking at data again and again while it is collected, and stopping when something is decided.
 * Each look, the last one included, needs a higher confidence, or winners of chance would be found
 * more often than in 5 % of experiments. For up to ten looks 99 % each are enough: S. J. Pocock,
 * "Group Sequential Methods in the Design and Analysis of Clinical Trials", <i>Biometrika</i> 64
 * (1977), whose constant for ten is 98.94 %. For more the 5 % are divided among the looks
 * (Bonferroni), which holds however they depend on each other.
 *
 * @param looks the most of them
 */
public record RepeatedLooks(int looks) {
  private static final int OF_POCOCK = 10;
  private static final double ERROR = 0.05;

  /** The confidence of the intervals at each look. */
  public double confidence() {
    return looks <= OF_POCOCK ? 0.99 : 1 - ERROR / looks;
  }
}
