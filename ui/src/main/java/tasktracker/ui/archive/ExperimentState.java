package tasktracker.ui.archive;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How far an experiment is. */
public enum ExperimentState {
  /** Its process is alive. */
  RUNNING,
  /** It came to its end. */
  DONE,
  /** It was cancelled; what was measured is there. */
  INTERRUPTED,
  /** Something went wrong. */
  FAILED,
  /** Its process is gone without a word, or an older lab left it unfinished. */
  UNFINISHED;

  private static final int CANCELLED = 130;

  /** The state after a process ended with this code; 1 and 4 are those of gates. */
  static ExperimentState ofExitCode(int code) {
    return switch (code) {
      case 0, 1, 4 -> DONE;
      case CANCELLED -> INTERRUPTED;
      default -> FAILED;
    };
  }

  /** The name as pages have it. */
  @JsonValue
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
