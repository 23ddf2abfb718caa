package tasktracker.experiments.evidence;

import java.util.List;

/**
 * One thing that was recomputed, and what came of it.
 *
 * @param subject what it was
 * @param compared how many files, runs or figures were compared
 * @param differences a line each; empty where all agree
 * @param notes what could not be compared, and why, a line each
 */
public record Recomputed(
    String subject, long compared, List<String> differences, List<String> notes) {
  /** Copies the lists. */
  public Recomputed {
    differences = List.copyOf(differences);
    notes = List.copyOf(notes);
  }

  /** The same with something before its subject. */
  Recomputed labelled(String label) {
    return new Recomputed(label + subject, compared, differences, notes);
  }

  /** Whether all agree. */
  public boolean agrees() {
    return differences.isEmpty();
  }
}
