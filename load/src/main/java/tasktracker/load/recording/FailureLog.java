package tasktracker.load.recording;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;

/** Counts failures by endpoint and message. Thread-safe. */
final class FailureLog {
  private static final Comparator<Failures> ORDER =
      Comparator.comparing(Failures::endpoint)
          .thenComparing(Failures::message)
          .thenComparing(Failures::outcome);

  private final ConcurrentHashMap<Key, Failures> failures = new ConcurrentHashMap<>();

  private record Key(Endpoint endpoint, Outcome outcome, String message) {}

  void add(Endpoint endpoint, Outcome outcome, String message, String example, Instant at) {
    add(new Failures(endpoint, outcome, message, example, 1, at, at));
  }

  void add(Failures more) {
    failures.merge(
        new Key(more.endpoint(), more.outcome(), more.message()), more, FailureLog::join);
  }

  List<Failures> list() {
    return failures.values().stream().sorted(ORDER).toList();
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
