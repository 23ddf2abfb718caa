package tasktracker.load.scenario.yaml;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tasktracker.load.scenario.Request;
import tasktracker.load.scenario.Response;
import tasktracker.load.scenario.Session;
import tasktracker.load.workload.LedgerReport;
import tasktracker.load.workload.ledger.StoredRecord;
import tasktracker.load.workload.ledger.WriteLedger;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonPointer;

/**
 * How the records of a user are read: one after the other by their keys, or as a list. Immutable.
 *
 * @param path of a record, or of the list or its pages
 * @param keySlot variable that holds the key of the record to read
 * @param readSlot variable that holds how many records were read
 * @param items where the list is in an answer
 * @param key where a record of the list has its key
 * @param parts what is compared of each record
 * @param shared whether others write to the same list
 */
record ReadBackTemplate(
    Template path,
    int keySlot,
    int readSlot,
    JsonPointer items,
    JsonPointer key,
    List<JsonPointer> parts,
    boolean shared) {

  /** Variable of {@link #path} for the key of a record. */
  static final String KEY = "key";

  /** Variable of {@link #path} for the number of records that were read. */
  static final String READ = "read";

  private static final int OK = 200;
  private static final Set<Integer> GONE = Set.of(404, 410);

  /**
   * Reads and compares.
   *
   * @return empty when an answer did not come, or was none of this shape
   */
  Optional<LedgerReport> read(Session session, StandingHeaders standing, Values values) {
    WriteLedger ledger = values.ledger().orElseThrow();
    try {
      return compare(ledger, session, standing, values)
          .filter(report -> report.findings().isEmpty())
          // What was under way when the load ended may take effect between two pages.
          .or(() -> compare(ledger, session, standing, values));
    } catch (JacksonException e) {
      return Optional.empty();
    } catch (NoValueException e) {
      // Whoever has no value for the path yet has written nothing to it.
      return ledger.isEmpty() ? Optional.of(ledger.compareWith(List.of())) : Optional.empty();
    }
  }

  private Optional<LedgerReport> compare(
      WriteLedger ledger, Session session, StandingHeaders standing, Values values) {
    if (path.uses(KEY)) {
      return byKey(ledger.keys(), session, standing, values).map(ledger::compareAmongOthers);
    }
    return list(session, standing, values)
        .map(shared ? ledger::compareAmongOthers : ledger::compareWith);
  }

  private Optional<List<StoredRecord>> byKey(
      Set<String> keys, Session session, StandingHeaders standing, Values values) {
    List<StoredRecord> found = new ArrayList<>();
    for (String each : keys) {
      values.set(keySlot, each);
      Response response = get(session, standing, values);
      if (response.ok()) {
        JsonText json = JsonText.parse(response.body());
        if (!parts.isEmpty() && !json.isObject()) {
          return Optional.empty();
        }
        found.add(record(each, json));
      } else if (!GONE.contains(response.status())) {
        return Optional.empty();
      }
    }
    return Optional.of(found);
  }

  /** Page by page, until one holds nothing new. */
  private Optional<List<StoredRecord>> list(
      Session session, StandingHeaders standing, Values values) {
    List<StoredRecord> found = new ArrayList<>();
    Set<String> keys = new HashSet<>();
    boolean more = true;
    while (more) {
      values.set(readSlot, Integer.toString(found.size()));
      Response response = get(session, standing, values);
      Optional<List<JsonText>> page =
          response.ok() ? JsonText.parse(response.body()).items(items) : Optional.empty();
      if (page.isEmpty() || page.get().stream().anyMatch(item -> item.at(key) == null)) {
        return Optional.empty();
      }
      // A record that moves to the next page while pages are read is none that is there twice.
      List<StoredRecord> records =
          page.get().stream()
              .filter(item -> !keys.contains(item.at(key)))
              .map(item -> record(item.at(key), item))
              .toList();
      records.forEach(each -> keys.add(each.key()));
      found.addAll(records);
      more = !records.isEmpty() && path.uses(READ);
    }
    return Optional.of(found);
  }

  private Response get(Session session, StandingHeaders standing, Values values) {
    Request request = session.get(path.render(values)).named("read back").expect(OK);
    standing.addFresh(request, values);
    return request.send();
  }

  private StoredRecord record(String recordKey, JsonText json) {
    Map<String, String> held =
        parts.stream().collect(Collectors.toMap(JsonPointer::toString, json::comparable));
    return new StoredRecord(recordKey, held);
  }
}
