package tasktracker.analysis.verdict;

import java.util.List;
import tasktracker.load.watch.Validity;

/**
 * One run and whether a claim may rest on it.
 *
 * @param run its folder
 * @param architecture the architecture
 * @param concurrency virtual users
 * @param repetition from 1
 * @param validity null where nobody judged it, as in older files
 * @param reasons why it is not valid
 * @param excluded whether it was left out of every figure and claim: it is invalid, or the system
 *     still warmed up while it was measured
 * @param confirms whether it was measured after its level had been decided, so that it had no part
 *     in when to stop
 */
public record RunAssessment(
    String run,
    String architecture,
    int concurrency,
    int repetition,
    Validity validity,
    List<String> reasons,
    boolean excluded,
    boolean confirms) {

  /** Copies the reasons. */
  public RunAssessment {
    reasons = List.copyOf(reasons);
  }

  /** Whether it was left out because its system still warmed up, and not as invalid. */
  public boolean leftOutAsWarming() {
    return excluded && validity != Validity.INVALID;
  }

  /** Whether it counts, and is to be read with care. */
  public boolean countsAsSuspect() {
    return !excluded && validity == Validity.SUSPECT;
  }
}
