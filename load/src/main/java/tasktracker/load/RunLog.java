package tasktracker.load;

import java.util.Optional;
import tasktracker.load.http.RequestLog.Result;
import tasktracker.load.recording.Endpoint;
import tasktracker.load.recording.Outcome;
import tasktracker.load.recording.Recorder;

/**
 * Sorts the requests of all users by phase: what was due within the measurement goes to its
 * recorder, everything before goes to another one whose figures are only shown. Until the
 * measurement is announced its rehearsal takes its place, lest the first measured second meets code
 * that never ran and is not compiled. Thread-safe.
 */
final class RunLog {
  private final Recorder rehearsal;
  private volatile Span current;
  private volatile boolean announced;
  private volatile boolean silent;

  /** A measurement or its rehearsal, and the recorder of what was due before. */
  private static final class Span {
    private final Measurement measurement;
    private final Recorder[] recorders;

    Span(Measurement measurement, Recorder before) {
      this.measurement = measurement;
      this.recorders = new Recorder[] {measurement.recorder(), before};
    }

    /** Without a branch: one that was never taken would not be compiled. */
    Recorder recorderOf(long due) {
      return recorders[(int) ((due - measurement.startNanos()) >>> 63)];
    }
  }

  RunLog(Measurement rehearsal) {
    this.rehearsal = rehearsal.recorder();
    this.current = new Span(rehearsal, this.rehearsal);
  }

  void announce(Measurement planned) {
    current = new Span(planned, rehearsal);
    announced = true;
  }

  /** Leaves out everything that ends from now on. */
  void silence() {
    silent = true;
  }

  boolean isSilent() {
    return silent;
  }

  /** Empty until it is announced. */
  Optional<Measurement> measurement() {
    return announced ? Optional.of(current.measurement) : Optional.empty();
  }

  /** Whether the measurement is over, so that no request may begin. */
  boolean isOver(long now) {
    return silent || current.measurement.isOver(now);
  }

  void ended(
      Endpoint endpoint, long intended, long sent, long end, int contentSize, Result result) {
    if (silent) {
      return;
    }
    Span span = current;
    Recorder recorder = span.recorderOf(intended);
    Outcome outcome = result.outcome();
    recorder.add(endpoint, outcome, intended, sent, end, contentSize);
    if (outcome != Outcome.SUCCESS) {
      recorder.addFailure(endpoint, outcome, result.message(), result.example(), end);
    }
    span.measurement.userTime().add(sent, end);
    if (span.measurement.isOver(end)) {
      recorder.addAwaited();
    }
  }

  void reconnected() {
    current.recorderOf(System.nanoTime()).addReconnect();
  }

  /** What was due at a moment could not be done. */
  void dropped(long due) {
    if (!silent) {
      current.recorderOf(due).addDropped(due);
    }
  }

  /** A user meant to think from one moment to another. */
  void thought(long begin, long end) {
    current.measurement.userTime().add(begin, end);
  }

  void scenarioError(Throwable error) {
    if (!silent) {
      current.recorderOf(System.nanoTime()).addError(error);
    }
  }
}
