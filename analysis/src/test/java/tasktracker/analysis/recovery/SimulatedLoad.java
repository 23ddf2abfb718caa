package tasktracker.analysis.recovery;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A hundred requests a second, each with a known fate, and what the analysis gets to see of it. */
final class SimulatedLoad {
  static final Instant START = Instant.parse("2026-11-24T10:00:00Z");
  static final Duration NORMAL = Duration.ofMillis(20);
  private static final Duration GAP = Duration.ofMillis(10);

  private final int length;
  private final Function<Duration, Fate> fates;

  /** How a request ends: failed, or after that time; empty for a request that nobody sends. */
  record Fate(Optional<Duration> latency, boolean sent) {
    static final Fate OK = new Fate(Optional.of(NORMAL), true);
    static final Fate FAILED = new Fate(Optional.empty(), true);
    static final Fate ABSENT = new Fate(Optional.empty(), false);

    static Fate after(Duration latency) {
      return new Fate(Optional.of(latency), true);
    }
  }

  SimulatedLoad(int seconds, Function<Duration, Fate> fates) {
    this.length = seconds;
    this.fates = fates;
  }

  static Instant at(double seconds) {
    return START.plusNanos(Math.round(seconds * 1e9));
  }

  Instant end() {
    return START.plusSeconds(length);
  }

  List<LoadSecond> seconds() {
    List<LoadSecond> seconds = new ArrayList<>();
    for (int second = 0; second < length; second++) {
      List<Fate> within = new ArrayList<>();
      for (int i = 0; i < 100; i++) {
        within.add(fates.apply(Duration.ofSeconds(second).plus(GAP.multipliedBy(i))));
      }
      List<Duration> latencies =
          within.stream().flatMap(fate -> fate.latency().stream()).sorted().toList();
      long sent = within.stream().filter(Fate::sent).count();
      seconds.add(
          new LoadSecond(
              START.plusSeconds(second),
              Duration.ofSeconds(1),
              latencies.size(),
              sent - latencies.size(),
              0,
              latencies.isEmpty()
                  ? Optional.empty()
                  : Optional.of(latencies.get((latencies.size() * 95 - 1) / 100))));
    }
    return seconds;
  }

  List<BadRequest> bad() {
    List<BadRequest> bad = new ArrayList<>();
    for (Duration at = Duration.ZERO; at.toSeconds() < length; at = at.plus(GAP)) {
      Fate fate = fates.apply(at);
      if (fate.sent() && fate.latency().isEmpty()) {
        bad.add(new BadRequest(START.plus(at), true));
      }
    }
    return bad;
  }

  Recovery recovery(FaultWindow fault) {
    return Recovery.of(seconds(), bad(), fault, end());
  }
}
