package tasktracker.load.workload.ledger;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

/**
 * What one part of a record may hold: the last acknowledged value, or any of unknown outcome. Such
 * a write may take effect at any later time, even after newer ones were acknowledged, as it may in
 * Jepsen's histories (operations of type <i>info</i>).
 */
final class Register {
  private final Map<String, Long> uncertain = new HashMap<>();
  private final Set<String> superseded = new HashSet<>();
  private boolean unknownAtFirst;
  private boolean heldUnknown;
  private String acknowledged;

  /**
   * A part that nothing was written to.
   *
   * @param unknownAtFirst whether the record is there already, so that the part may hold anything
   */
  Register(boolean unknownAtFirst) {
    this.unknownAtFirst = unknownAtFirst;
    this.heldUnknown = unknownAtFirst;
  }

  /**
   * @param number of the write; one write may go to several parts
   */
  void write(String value, Answer answer, long number) {
    switch (answer) {
      case ACKNOWLEDGED -> {
        if (acknowledged != null) {
          superseded.add(acknowledged);
        }
        acknowledged = value;
        unknownAtFirst = false;
      }
      case UNKNOWN -> uncertain.put(value, number);
      case REFUSED -> {
        // Nothing has changed.
      }
    }
  }

  /** The record is gone: whoever makes it anew may leave this part to the server. */
  void forget() {
    if (acknowledged != null) {
      superseded.add(acknowledged);
    }
    acknowledged = null;
    unknownAtFirst = true;
    heldUnknown = true;
  }

  boolean mayHold(String value) {
    return unknownAtFirst || value.equals(acknowledged) || uncertain.containsKey(value);
  }

  /** The write of unknown outcome that is what is there; empty where another one is. */
  OptionalLong unknownThatHappened(String value) {
    return value.equals(acknowledged) || !uncertain.containsKey(value)
        ? OptionalLong.empty()
        : OptionalLong.of(uncertain.get(value));
  }

  /** What is wrong with a value that it may not hold, in one line. */
  String complaint(String value) {
    return acknowledged == null
        ? "nobody wrote " + value
        : "%s was acknowledged, and %s is there".formatted(acknowledged, value);
  }

  /**
   * Whether the value may be from before the last acknowledged one: it was acknowledged once, or
   * the part once held what the user did not write.
   */
  boolean isOutdated(String value) {
    return superseded.contains(value) || (acknowledged != null && heldUnknown);
  }
}
