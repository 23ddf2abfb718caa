package tasktracker.analysis.estimate;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What an interval rests on, and so what it may be said to cover. */
public enum Basis {
  /** Several runs: it holds what differs from run to run. */
  ACROSS_REPETITIONS,
  /** The seconds of one run each: what differs from run to run is not known, at best assumed. */
  WITHIN_RUN,
  /** How the levels scatter around a curve that was fitted to them. */
  ACROSS_LEVELS,
  /** Nothing to compute an interval from; there is none. */
  NONE;

  /** The name as files spell it. */
  @JsonValue
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
