package tasktracker.results.failure;

import java.util.List;
import tasktracker.load.workload.Finding;
import tasktracker.load.workload.LedgerReport;

/**
 * What became of the writes of all users; the findings themselves are in {@code
 * ledger_findings.jsonl}.
 *
 * @param accounts that were read back
 * @param acknowledged writes that the server said it had done
 * @param refused writes that the server said it had not done
 * @param unknown writes that nobody answered for
 * @param recovered writes of unknown outcome that had happened
 * @param lost acknowledged writes that are not there
 * @param duplicate writes that are there more than once
 * @param unexpected what is there and nobody wrote like this
 * @param unread accounts that could not be read back
 */
public record LedgerResult(
    int accounts,
    long acknowledged,
    long refused,
    long unknown,
    long recovered,
    long lost,
    long duplicate,
    long unexpected,
    List<String> unread) {

  /** Counts a report. */
  public static LedgerResult of(LedgerReport report) {
    return new LedgerResult(
        report.accounts(),
        report.acknowledged(),
        report.refused(),
        report.unknown(),
        report.recovered(),
        report.count(Finding.Kind.LOST),
        report.count(Finding.Kind.DUPLICATE),
        report.count(Finding.Kind.UNEXPECTED),
        report.unread());
  }

  /** Whether everything was read, and nothing is lost, doubled or strange. */
  public boolean clean() {
    return nothingLost() && duplicate == 0 && unexpected == 0;
  }

  /** Whether everything was read and nothing acknowledged is lost. */
  public boolean nothingLost() {
    return unread.isEmpty() && lost == 0;
  }
}
