package tasktracker.load.workload.ledger;

import java.util.Map;

/**
 * Something that a user stored: a task, an order, a note.
 *
 * @param key what the system knows it by, unique within the account
 * @param parts what it holds, each part as text by its name; whatever is always written together is
 *     one part
 */
public record StoredRecord(String key, Map<String, String> parts) {

  /** Copies the parts. */
  public StoredRecord {
    parts = Map.copyOf(parts);
  }

  /** Whether it holds all that was written, and perhaps more. */
  boolean holds(Map<String, String> written) {
    return parts.entrySet().containsAll(written.entrySet());
  }
}
