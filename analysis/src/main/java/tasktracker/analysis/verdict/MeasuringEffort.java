package tasktracker.analysis.verdict;

/**
 * What the adaptive plan took beside the fixed one.
 *
 * @param runs runs that were carried out
 * @param fixedRuns runs of the fixed plan: every level repeated as often as the one repeated most
 * @param seconds time of the runs, deployments included
 * @param fixedSeconds time that the fixed plan would have taken, at the mean times of a run and of
 *     a deployment
 */
public record MeasuringEffort(int runs, int fixedRuns, double seconds, double fixedSeconds) {

  /** Seconds that the adaptive plan saved. */
  public double saved() {
    return fixedSeconds - seconds;
  }
}
