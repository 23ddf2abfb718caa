package tasktracker.load.workload.ledger;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tasktracker.load.workload.Finding;
import tasktracker.load.workload.LedgerReport;

/** Compares one ledger with what its account holds after all writes have ended. One use. */
final class LedgerComparison {
  private final WriteLedger ledger;
  private final boolean shared;
  private final List<Map<String, String>> uncertain;
  private final List<Map<String, String>> created = new ArrayList<>();
  private final List<Finding> findings = new ArrayList<>();
  private long recovered;

  private LedgerComparison(WriteLedger ledger, boolean shared) {
    this.ledger = ledger;
    this.shared = shared;
    this.uncertain =
        new ArrayList<>(
            ledger.uncertain().stream().filter(parts -> !shared || !parts.isEmpty()).toList());
    this.recovered = ledger.recovered();
    ledger.records().values().stream().map(KnownRecord::first).forEach(created::add);
  }

  /**
   * Compares.
   *
   * @param present every record of the account
   * @param shared whether there may be records of others among them
   */
  static LedgerReport of(WriteLedger ledger, List<StoredRecord> present, boolean shared) {
    LedgerComparison comparison = new LedgerComparison(ledger, shared);
    Map<String, StoredRecord> byKey = new HashMap<>();
    for (StoredRecord found : present) {
      boolean again = byKey.put(found.key(), found) != null;
      if (again && (!shared || ledger.records().containsKey(found.key()))) {
        comparison.add(Finding.Kind.DUPLICATE, found.key(), "listed twice");
      }
    }
    ledger
        .replaced()
        .forEach(key ->
            comparison.add(
                Finding.Kind.LOST,
                key,
                "acknowledged, never deleted, and its key was given to a later create"));
    byKey.values().forEach(comparison::present);
    ledger
        .records()
        .forEach((key, known) -> {
          if (!byKey.containsKey(key)) {
            comparison.absent(key, known);
          }
        });
    return new LedgerReport(
        1,
        ledger.answered(Answer.ACKNOWLEDGED),
        ledger.answered(Answer.REFUSED),
        ledger.answered(Answer.UNKNOWN),
        comparison.recovered,
        comparison.findings,
        List.of());
  }

  private void present(StoredRecord found) {
    KnownRecord known = ledger.records().get(found.key());
    if (known == null) {
      presentWithoutKey(found);
    } else if (known.mustBeAbsent()) {
      add(Finding.Kind.UNEXPECTED, found.key(), "its delete was acknowledged, and it is there");
    } else {
      compare(known, found);
    }
  }

  private void absent(String key, KnownRecord known) {
    if (known.mustBePresent()) {
      add(Finding.Kind.LOST, key, "acknowledged, never deleted, and not there");
    } else if (known.tellsOfDelete()) {
      recovered++;
    }
  }

  private void presentWithoutKey(StoredRecord found) {
    Optional<Map<String, String>> match = WriteLedger.takeMatch(uncertain, found);
    if (match.isPresent()) {
      recovered++;
      created.add(match.get());
    } else if (!shared) {
      addStray(found);
    }
  }

  private void addStray(StoredRecord found) {
    if (isAmong(created, found)) {
      add(Finding.Kind.DUPLICATE, found.key(), "created a second time: " + found.parts());
    } else if (isAmong(ledger.refused(), found)) {
      add(
          Finding.Kind.UNEXPECTED,
          found.key(),
          "its create was refused, and it is there: " + found.parts());
    } else {
      add(Finding.Kind.UNEXPECTED, found.key(), "nobody created it: " + found.parts());
    }
  }

  private static boolean isAmong(List<Map<String, String>> written, StoredRecord found) {
    return written.stream().filter(parts -> !parts.isEmpty()).anyMatch(found::holds);
  }

  private void compare(KnownRecord known, StoredRecord found) {
    Set<Long> happened = new HashSet<>();
    known.forEachPart((name, written) -> {
      String value = found.parts().get(name);
      if (value == null) {
        return;
      }
      written.unknownThatHappened(value).ifPresent(happened::add);
      if (!written.mayHold(value)) {
        add(
            written.isOutdated(value) ? Finding.Kind.LOST : Finding.Kind.UNEXPECTED,
            found.key(),
            name + ": " + written.complaint(value));
      }
    });
    recovered += happened.size();
  }

  private void add(Finding.Kind kind, String key, String what) {
    findings.add(new Finding(kind, ledger.account(), key, what));
  }
}
