package tasktracker.load.recording;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Counts failures by endpoint, outcome and message, as long as there are few messages: a server may
 * send another one with every answer. What goes beyond is counted in one sum. Thread-safe.
 */
final class FailureLog {
  /** Messages of one endpoint and outcome that are told apart. */
  static final int MOST_MESSAGES = 50;

  /** Message of the sum of all others. */
  static final String OTHERS = "other messages";

  private static final Comparator<Failures> ORDER =
      Comparator.comparing(Failures::endpoint)
          .thenComparing(Failures::message)
          .thenComparing(Failures::outcome);

  private final ConcurrentHashMap<Kind, Messages> kinds = new ConcurrentHashMap<>();

  private record Kind(Endpoint endpoint, Outcome outcome) {}

  void add(Endpoint endpoint, Outcome outcome, String message, String example, Instant at) {
    add(new Failures(endpoint, outcome, message, example, 1, at, at));
  }

  void add(Failures more) {
    kinds.computeIfAbsent(new Kind(more.endpoint(), more.outcome()), _ -> new Messages()).add(more);
  }

  List<Failures> list() {
    return kinds.values().stream().flatMap(each -> each.list().stream()).sorted(ORDER).toList();
  }

  private static final class Messages {
    private final Map<String, Failures> byMessage = new HashMap<>();

    synchronized void add(Failures more) {
      String message = more.message();
      boolean known = byMessage.containsKey(message) || message.equals(OTHERS);
      if (known || byMessage.size() < MOST_MESSAGES) {
        byMessage.merge(message, more, FailureLog::join);
      } else {
        byMessage.merge(OTHERS, withMessage(OTHERS, more), FailureLog::join);
      }
    }

    synchronized List<Failures> list() {
      return List.copyOf(byMessage.values());
    }
  }

  private static Failures withMessage(String message, Failures of) {
    return new Failures(
        of.endpoint(),
        of.outcome(),
        message,
        of.example(),
        of.count(),
        of.firstSeen(),
        of.lastSeen());
  }

  private static Failures join(Failures known, Failures one) {
    boolean earlier = one.firstSeen().isBefore(known.firstSeen());
    boolean later = one.lastSeen().isAfter(known.lastSeen());
    return new Failures(
        known.endpoint(),
        known.outcome(),
        known.message(),
        earlier ? one.example() : known.example(),
        known.count() + one.count(),
        earlier ? one.firstSeen() : known.firstSeen(),
        later ? one.lastSeen() : known.lastSeen());
  }
}
