package tasktracker.analysis.recovery;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** One fault and what was seen of the load from its effect to the end of the observation. */
final class Observation {
  private final FaultWindow fault;
  private final Instant until;
  private final List<LoadSecond> seconds;
  private final List<Instant> bad;
  private final List<Instant> failed;

  Observation(List<LoadSecond> load, List<BadRequest> bad, FaultWindow fault, Instant until) {
    this.fault = fault;
    this.until = until;
    this.seconds =
        load.stream()
            .filter(second -> second.end().isAfter(fault.effective()))
            .filter(second -> !second.end().isAfter(until))
            .toList();
    List<BadRequest> seen =
        bad.stream()
            .filter(request -> !request.end().isBefore(fault.effective()))
            .filter(request -> !request.end().isAfter(until))
            .sorted(Comparator.comparing(BadRequest::end))
            .toList();
    this.bad = seen.stream().map(BadRequest::end).toList();
    this.failed = seen.stream().filter(BadRequest::failed).map(BadRequest::end).toList();
  }

  /** From one moment to another that may not have come. */
  Timing since(Instant begin, Optional<Instant> end) {
    return end.map(moment -> Timing.of(between(begin, moment)))
        .orElseGet(() -> Timing.moreThan(between(begin, until)));
  }

  Optional<Timing> detect() {
    return bad.stream().findFirst().map(first -> Timing.of(between(fault.effective(), first)));
  }

  /** The first of the good seconds in a row that come after the last bad one of the fault. */
  Optional<Instant> recovered(Baseline normal) {
    int row = 0;
    for (int i = firstCandidate(normal); i < seconds.size(); i++) {
      row = normal.isGood(seconds.get(i)) ? row + 1 : 0;
      if (row == Recovery.STEADY) {
        return Optional.of(seconds.get(i - Recovery.STEADY + 1).begin());
      }
    }
    return Optional.empty();
  }

  /**
   * The second after the last bad one that the fault reaches into. The second in which the fault
   * became effective is partly from before, so that it cannot be the first good one.
   */
  private int firstCandidate(Baseline normal) {
    int candidate = 0;
    for (int i = 0; i < seconds.size(); i++) {
      LoadSecond second = seconds.get(i);
      boolean reached = second.begin().isBefore(fault.undone());
      boolean partly = second.begin().isBefore(fault.effective());
      if (partly || (reached && !normal.isGood(second))) {
        candidate = i + 1;
      }
    }
    return candidate;
  }

  Timing recover(Baseline normal, Optional<Instant> recoveredAt) {
    return recoveredAt
        .map(moment -> Timing.of(atLeastZero(between(fault.undone(), moment))))
        .orElseGet(() -> Timing.moreThan(notYet(normal)));
  }

  /** Good seconds at the end may be the first of enough, so the last bad one is all that counts. */
  private Duration notYet(Baseline normal) {
    Instant last = fault.undone();
    for (LoadSecond second : seconds) {
      if (!normal.isGood(second)) {
        last = second.end();
      }
    }
    return atLeastZero(between(fault.undone(), last));
  }

  Timing warm(Baseline normal, Optional<Instant> recoveredAt) {
    if (recoveredAt.isEmpty()) {
      return recover(normal, recoveredAt);
    }
    return seconds.stream()
        .filter(second -> !second.begin().isBefore(recoveredAt.get()))
        .filter(normal::isWarm)
        .findFirst()
        .map(second -> Timing.of(atLeastZero(between(fault.undone(), second.begin()))))
        .orElseGet(() -> Timing.moreThan(atLeastZero(between(fault.undone(), until))));
  }

  Optional<Timing> outage(Baseline normal, Optional<Instant> recoveredAt) {
    Instant end = recoveredAt.orElse(until);
    List<LoadSecond> out =
        seconds.stream()
            .filter(second -> second.begin().isBefore(end) && !normal.isInBand(second))
            .toList();
    if (out.isEmpty()) {
      return Optional.empty();
    }
    List<Instant> within =
        failed.stream()
            .filter(moment -> !moment.isBefore(out.getFirst().begin()))
            .filter(moment -> moment.isBefore(out.getLast().end()))
            .toList();
    if (within.isEmpty()) {
      return Optional.empty();
    }
    Duration length = between(within.getFirst(), within.getLast());
    boolean lasts = recoveredAt.isEmpty() && !normal.isInBand(seconds.getLast());
    return Optional.of(new Timing(length, lasts));
  }

  private static Duration between(Instant from, Instant to) {
    return Duration.between(from, to);
  }

  private static Duration atLeastZero(Duration length) {
    return length.isNegative() ? Duration.ZERO : length;
  }
}
