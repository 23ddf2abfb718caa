package tasktracker.load.workload;

import java.util.List;
import java.util.stream.Stream;

/**
 * What became of the writes of all users.
 *
 * @param accounts that were read back
 * @param acknowledged writes that the server said it had done
 * @param refused writes that the server said it had not done
 * @param unknown writes that nobody answered for
 * @param recovered writes of unknown outcome that have happened; one that was overwritten since
 *     counts only if a user saw it
 * @param findings every difference, none after a clean run
 * @param unread accounts that could not be read back, of which nothing can be said
 */
public record LedgerReport(
    int accounts,
    long acknowledged,
    long refused,
    long unknown,
    long recovered,
    List<Finding> findings,
    List<String> unread) {

  /** Of no account at all. */
  public static final LedgerReport NONE = new LedgerReport(0, 0, 0, 0, 0, List.of(), List.of());

  /** Copies the lists. */
  public LedgerReport {
    findings = List.copyOf(findings);
    unread = List.copyOf(unread);
  }

  /** Differences of a kind. */
  public long count(Finding.Kind kind) {
    return findings.stream().filter(finding -> finding.kind() == kind).count();
  }

  /** Whether every account was read and nothing acknowledged is lost. */
  public boolean nothingLost() {
    return unread.isEmpty() && count(Finding.Kind.LOST) == 0;
  }

  /** Both together. */
  public LedgerReport plus(LedgerReport other) {
    return new LedgerReport(
        accounts + other.accounts,
        acknowledged + other.acknowledged,
        refused + other.refused,
        unknown + other.unknown,
        recovered + other.recovered,
        join(findings, other.findings),
        join(unread, other.unread));
  }

  private static <T> List<T> join(List<T> some, List<T> others) {
    return Stream.concat(some.stream(), others.stream()).toList();
  }
}
