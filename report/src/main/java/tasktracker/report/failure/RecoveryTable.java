package tasktracker.report.failure;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import tasktracker.analysis.recovery.Recovery;
import tasktracker.analysis.recovery.Timing;
import tasktracker.report.ValueText;
import tasktracker.results.failure.FailureResult;
import tasktracker.results.failure.InjectedFault;
import tasktracker.results.failure.LedgerResult;
import tasktracker.results.failure.ServiceLevel;

/** The figures of runs side by side: a row a run. */
public final class RecoveryTable {
  /** Names of the columns. */
  public static final List<String> HEADINGS =
      List.of(
          "architecture",
          "target",
          "fault",
          "down",
          "detect",
          "outage",
          "ready",
          "recover",
          "warm",
          "failed %",
          "goodput %",
          "availability %",
          "ledger");

  private RecoveryTable() {}

  /** One row for each run. */
  public static List<List<String>> rows(Collection<FailureResult> results) {
    return results.stream().map(RecoveryTable::row).toList();
  }

  private static List<String> row(FailureResult result) {
    List<String> row = new ArrayList<>();
    row.add(String.valueOf(result.architecture()));
    Optional<InjectedFault> fault = result.injections().stream().findFirst();
    row.add(fault.map(InjectedFault::targetService).orElse(ValueText.MISSING));
    row.add(
        fault.map(InjectedFault::failureMode).orElse(ValueText.MISSING)
            + (result.doubts().isEmpty() ? "" : " INVALID"));
    FailureSentences sentences = new FailureSentences(result);
    List<Function<Recovery, Optional<Timing>>> figures =
        List.of(
            Recovery::detect,
            Recovery::outage,
            recovery -> Optional.of(recovery.ready()),
            Recovery::recover,
            Recovery::warm);
    row.add(sentences.down().map(Object::toString).orElse("-"));
    figures.forEach(figure -> row.add(sentences.summary(figure).map(Object::toString).orElse("-")));
    ServiceLevel level = result.serviceLevel();
    row.add(share(level == null ? null : level.disturbedFailed(), 1));
    row.add(ValueText.fixed(level == null ? null : level.retainedGoodput(), 0));
    row.add(share(level == null ? null : level.availability(), 3));
    row.add(ledger(result.ledger()));
    return row;
  }

  private static String ledger(LedgerResult ledger) {
    if (ledger == null) {
      return ValueText.MISSING;
    }
    return ledger.clean()
        ? "clean"
        : "%d lost, %d twice, %d odd, %d unread"
            .formatted(
                ledger.lost(), ledger.duplicate(), ledger.unexpected(), ledger.unread().size());
  }

  /** A share in percent that never looks like none or all where it is neither. */
  static String share(Double percent, int decimals) {
    if (percent == null || percent <= 0 || percent >= 100) {
      return ValueText.fixed(percent, decimals);
    }
    double least = Math.pow(10, -decimals);
    if (percent < least / 2) {
      return "< " + ValueText.fixed(least, decimals);
    }
    return percent >= 100 - least / 2
        ? "> " + ValueText.fixed(100 - least, decimals)
        : ValueText.fixed(percent, decimals);
  }
}
