package tasktracker.workload.ledger;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tasktracker.load.workload.Finding;
import tasktracker.load.workload.LedgerReport;
import tools.jackson.databind.JsonNode;

/** Compares one ledger with what its account holds after all writes have ended. One use. */
final class LedgerComparison {
  private final WriteLedger ledger;
  private final Set<String> firstTitles;
  private final List<Finding> findings = new ArrayList<>();
  private long recovered;

  private LedgerComparison(WriteLedger ledger) {
    this.ledger = ledger;
    this.recovered = ledger.recovered();
    this.firstTitles =
        ledger.tasks().values().stream()
            .map(KnownTask::firstTitle)
            .collect(Collectors.toCollection(HashSet::new));
  }

  /**
   * Compares.
   *
   * @param present every task of the account, as the API lists it
   */
  static LedgerReport of(WriteLedger ledger, List<JsonNode> present) {
    LedgerComparison reckoning = new LedgerComparison(ledger);
    Map<Long, JsonNode> byId = new HashMap<>();
    for (JsonNode task : present) {
      long id = task.path("id").asLong();
      if (byId.put(id, task) != null) {
        reckoning.add(Finding.Kind.DUPLICATE, id, "listed twice");
      }
    }
    byId.forEach(reckoning::present);
    ledger
        .tasks()
        .forEach((id, task) -> {
          if (!byId.containsKey(id)) {
            reckoning.absent(id, task);
          }
        });
    return new LedgerReport(
        1,
        ledger.answered(Answer.ACKNOWLEDGED),
        ledger.answered(Answer.REFUSED),
        ledger.answered(Answer.UNKNOWN),
        reckoning.recovered,
        reckoning.findings,
        List.of());
  }

  private void present(long id, JsonNode found) {
    KnownTask known = ledger.tasks().get(id);
    if (known == null) {
      presentWithoutId(id, found);
    } else if (known.presence() == KnownTask.Presence.ABSENT) {
      add(Finding.Kind.UNEXPECTED, id, "its delete was acknowledged, and it is there");
    } else {
      compare(id, known, found);
    }
  }

  private void absent(long id, KnownTask known) {
    switch (known.presence()) {
      case PRESENT -> add(Finding.Kind.LOST, id, "acknowledged, never deleted, and not there");
      case EITHER -> recovered++;
      case ABSENT -> {
        // As it should be.
      }
    }
  }

  private void presentWithoutId(long id, JsonNode found) {
    String title = Content.of(found).title();
    KnownTask uncertain = ledger.uncertainCreates().get(title);
    if (!firstTitles.add(title)) {
      add(Finding.Kind.DUPLICATE, id, "created a second time: " + title);
    } else if (uncertain != null) {
      recovered++;
      compare(id, uncertain, found);
    } else if (ledger.refusedCreates().contains(title)) {
      add(Finding.Kind.UNEXPECTED, id, "its create was refused, and it is there: " + title);
    } else {
      add(Finding.Kind.UNEXPECTED, id, "nobody created it: " + title);
    }
  }

  private void compare(long id, KnownTask known, JsonNode found) {
    compare(id, known.content(), Content.of(found));
    String status = found.path("status").asString("");
    compare(id, known.status(), status);
    if (found.path("is_completed").asBoolean() != status.equals("done")) {
      add(
          Finding.Kind.UNEXPECTED,
          id,
          "its status is %s and is_completed is %s".formatted(status, found.get("is_completed")));
    }
  }

  private <V> void compare(long id, Register<V> written, V found) {
    if (written.mayHold(found)) {
      recovered += written.tellsOfUnknown(found) ? 1 : 0;
      return;
    }
    String what = "%s was acknowledged, and %s is there".formatted(written.acknowledged(), found);
    add(written.isOutdated(found) ? Finding.Kind.LOST : Finding.Kind.UNEXPECTED, id, what);
  }

  private void add(Finding.Kind kind, long task, String what) {
    findings.add(new Finding(kind, ledger.account(), task, what));
  }
}
