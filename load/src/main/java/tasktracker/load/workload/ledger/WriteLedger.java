package tasktracker.load.workload.ledger;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tasktracker.load.scenario.Response;
import tasktracker.load.workload.LedgerReport;

/**
 * Every write of one account: acknowledged, refused, or of unknown outcome. A create of unknown
 * outcome whose key only its answer would have told is found by what it wrote, so that should be
 * unique within the account. For one thread at a time.
 */
public final class WriteLedger {
  private final String account;
  private final Map<String, KnownRecord> records = new HashMap<>();
  private final List<Map<String, String>> uncertain = new ArrayList<>();
  private final List<Map<String, String>> refused = new ArrayList<>();
  private final List<String> replaced = new ArrayList<>();
  private final Map<Answer, Long> counts = new EnumMap<>(Answer.class);
  private long recovered;

  /** A ledger without entries. */
  public WriteLedger(String account) {
    this.account = account;
  }

  /** Name of the account. */
  public String account() {
    return account;
  }

  /**
   * A record was to be created whose key the server chooses.
   *
   * @param key what the answer told; empty where it told none
   * @param parts what was to be stored
   */
  public void created(Optional<String> key, Map<String, String> parts, Response response) {
    Answer answer = count(Answer.of(response));
    if (answer == Answer.REFUSED) {
      refused.add(parts);
    } else if (answer == Answer.ACKNOWLEDGED && key.isPresent()) {
      KnownRecord known = records.computeIfAbsent(key.get(), _ -> new KnownRecord(parts, false));
      if (known.mustBePresent()) {
        replaced.add(key.get());
      }
      known.write(parts, answer);
    } else {
      uncertain.add(parts);
    }
  }

  /** Parts of a record were to be written, which is created if it is not there. */
  public void written(String key, Map<String, String> parts, Response response) {
    Answer answer = count(Answer.of(response));
    if (answer == Answer.REFUSED && !records.containsKey(key)) {
      refused.add(parts);
    } else {
      records.computeIfAbsent(key, _ -> new KnownRecord(parts, true)).write(parts, answer);
    }
  }

  /** A record was to be deleted. */
  public void deleted(String key, Response response) {
    Answer answer = count(Answer.of(response));
    KnownRecord known = records.get(key);
    if (known != null) {
      known.delete(answer);
    }
  }

  /** The user sees a record: a create of unknown outcome has happened, and has a key now. */
  public void seen(StoredRecord found) {
    if (!records.containsKey(found.key())) {
      takeMatch(uncertain, found)
          .ifPresent(parts -> {
            KnownRecord known = new KnownRecord(parts, false);
            known.write(parts, Answer.ACKNOWLEDGED);
            records.put(found.key(), known);
            recovered++;
          });
    }
  }

  /** Whether nothing was written that may be there. */
  public boolean isEmpty() {
    return records.isEmpty() && uncertain.isEmpty();
  }

  /** The key of every record that was ever there, deleted ones included. */
  public Set<String> keys() {
    return Set.copyOf(records.keySet());
  }

  /**
   * Tells what became of the writes.
   *
   * @param present every record of the account, as they are read after all writes have ended
   */
  public LedgerReport compareWith(List<StoredRecord> present) {
    return LedgerComparison.of(this, present, false);
  }

  /**
   * Tells what became of the writes, where others wrote to the same place.
   *
   * @param present every record of this account, among others
   */
  public LedgerReport compareAmongOthers(List<StoredRecord> present) {
    return LedgerComparison.of(this, present, true);
  }

  /** What is known of an account that could not be read back. */
  public LedgerReport unread() {
    return new LedgerReport(
        0,
        answered(Answer.ACKNOWLEDGED),
        answered(Answer.REFUSED),
        answered(Answer.UNKNOWN),
        recovered,
        List.of(),
        List.of(account));
  }

  Map<String, KnownRecord> records() {
    return records;
  }

  /** What creates of unknown outcome wrote, of which nobody has seen a record. */
  List<Map<String, String>> uncertain() {
    return uncertain;
  }

  /** What refused creates would have written. */
  List<Map<String, String>> refused() {
    return refused;
  }

  /** Keys that the server gave to a create while an acknowledged one had them. */
  List<String> replaced() {
    return replaced;
  }

  /** Creates of unknown outcome that have been seen. */
  long recovered() {
    return recovered;
  }

  /** Writes that were answered like this. */
  long answered(Answer answer) {
    return counts.getOrDefault(answer, 0L);
  }

  /** Takes the first of these that wrote what was found. */
  static Optional<Map<String, String>> takeMatch(
      List<Map<String, String>> written, StoredRecord found) {
    for (Iterator<Map<String, String>> each = written.iterator(); each.hasNext(); ) {
      Map<String, String> parts = each.next();
      if (found.holds(parts)) {
        each.remove();
        return Optional.of(parts);
      }
    }
    return Optional.empty();
  }

  private Answer count(Answer answer) {
    counts.merge(answer, 1L, Long::sum);
    return answer;
  }
}
