package tasktracker.load.workload.ledger;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;

/** A record whose key the user knows, with everything the user did to it. */
final class KnownRecord {
  private final Map<String, String> first;
  private final Map<String, Register> parts = new LinkedHashMap<>();
  private final boolean keyOfTheUser;
  private long writes;
  private boolean created;
  private boolean mayBeCreated;
  private boolean mayBeDeleted;

  /**
   * A record that is not there yet.
   *
   * @param first what its first write says
   * @param keyOfTheUser whether the user chose its key, so that every write creates it where it is
   *     not there
   */
  KnownRecord(Map<String, String> first, boolean keyOfTheUser) {
    this.first = first;
    this.keyOfTheUser = keyOfTheUser;
  }

  Map<String, String> first() {
    return first;
  }

  boolean mustBePresent() {
    return created && !mayBeDeleted;
  }

  boolean mustBeAbsent() {
    return !created && !mayBeCreated;
  }

  /** Whether a delete of unknown outcome is what made it vanish, if it has. */
  boolean tellsOfDelete() {
    return created && mayBeDeleted;
  }

  void forEachPart(BiConsumer<String, Register> action) {
    parts.forEach(action);
  }

  void write(Map<String, String> values, Answer answer) {
    if (answer == Answer.REFUSED) {
      return;
    }
    boolean there = created || mayBeCreated;
    long number = ++writes;
    values.forEach((name, value) ->
        parts.computeIfAbsent(name, _ -> new Register(there)).write(value, answer, number));
    created |= answer == Answer.ACKNOWLEDGED;
    mayBeCreated |= answer == Answer.UNKNOWN && (keyOfTheUser || !created);
  }

  void delete(Answer answer) {
    switch (answer) {
      case ACKNOWLEDGED -> {
        created = false;
        parts.values().forEach(Register::forget);
      }
      case UNKNOWN -> mayBeDeleted = true;
      case REFUSED -> {
        // Still there, or gone already by a delete of unknown outcome.
      }
    }
  }
}
