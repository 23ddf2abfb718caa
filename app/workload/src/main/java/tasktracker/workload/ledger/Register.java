package tasktracker.workload.ledger;

import java.util.HashSet;
import java.util.Set;

/**
 * What one part of a task may hold: the last acknowledged value, or any of unknown outcome. Such a
 * write may take effect at any later time, even after newer ones were acknowledged, as it may in
 * Jepsen's histories (operations of type <i>info</i>).
 */
final class Register<V> {
  private final Set<V> uncertain = new HashSet<>();
  private final Set<V> superseded = new HashSet<>();
  private V acknowledged;

  Register(V initial) {
    acknowledged = initial;
  }

  void write(V value, Answer answer) {
    switch (answer) {
      case ACKNOWLEDGED -> {
        superseded.add(acknowledged);
        acknowledged = value;
      }
      case UNKNOWN -> uncertain.add(value);
      case REFUSED -> {
        // Nothing has changed.
      }
    }
  }

  V acknowledged() {
    return acknowledged;
  }

  boolean mayHold(V value) {
    return value.equals(acknowledged) || uncertain.contains(value);
  }

  /** Whether a write of unknown outcome is what is there. */
  boolean tellsOfUnknown(V value) {
    return !value.equals(acknowledged) && uncertain.contains(value);
  }

  /** Whether the value was acknowledged once and has been replaced since. */
  boolean isOutdated(V value) {
    return superseded.contains(value);
  }
}
