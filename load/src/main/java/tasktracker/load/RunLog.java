package tasktracker.load;

import java.util.Optional;
import tasktracker.load.http.RequestLog.Result;
import tasktracker.load.recording.Endpoint;
import tasktracker.load.recording.Outcome;
import tasktracker.load.recording.Recorder;

/**
 * Sorts the requests of all users by phase: what was due within the measurement goes to its
 * recorder, everything before goes to another one whose figures are only shown. Thread-safe.
 */
final class RunLog {
  private final Recorder rehearsal;
  private volatile Measurement measurement;
  private volatile boolean silent;

  RunLog(Recorder rehearsal) {
    this.rehearsal = rehearsal;
  }

  /** Announces the measurement, before its begin. */
  void announce(Measurement planned) {
    measurement = planned;
  }

  /** Leaves out everything that ends from now on. */
  void silence() {
    silent = true;
  }

  boolean isSilent() {
    return silent;
  }

  Optional<Measurement> measurement() {
    return Optional.ofNullable(measurement);
  }

  /** Whether the measurement is over, so that no request may begin. */
  boolean isOver(long now) {
    Measurement current = measurement;
    return silent || (current != null && current.isOver(now));
  }

  void ended(
      Endpoint endpoint, long intended, long sent, long end, int contentSize, Result result) {
    if (silent) {
      return;
    }
    Measurement current = measurement;
    Recorder recorder = recorderOf(intended, current);
    Outcome outcome = result.outcome();
    recorder.add(endpoint, outcome, intended, sent, end, contentSize);
    if (outcome != Outcome.SUCCESS) {
      recorder.addFailure(endpoint, outcome, result.message(), result.example(), end);
    }
    if (current != null) {
      current.userTime().add(sent, end);
      if (current.isOver(end)) {
        recorder.addAwaited();
      }
    }
  }

  void reconnected() {
    recorderOf(System.nanoTime(), measurement).addReconnect();
  }

  /** What was due at a moment could not be done. */
  void dropped(long due) {
    if (!silent) {
      recorderOf(due, measurement).addDropped(due);
    }
  }

  /** A user meant to think from one moment to another. */
  void thought(long begin, long end) {
    Measurement current = measurement;
    if (current != null) {
      current.userTime().add(begin, end);
    }
  }

  void scenarioError(Throwable error) {
    if (!silent) {
      recorderOf(System.nanoTime(), measurement).addError(error);
    }
  }

  private Recorder recorderOf(long due, Measurement current) {
    return current != null && current.hasBegun(due) ? current.recorder() : rehearsal;
  }
}
