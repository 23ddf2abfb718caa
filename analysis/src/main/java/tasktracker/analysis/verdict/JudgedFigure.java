package tasktracker.analysis.verdict;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What a gate or an objective says to one figure, as test results tell it. */
public interface JudgedFigure {

  /** What may be said. */
  enum Word {
    /** It is as it should be. */
    PASSED,
    /** It is not as it should be. */
    FAILED,
    /** Neither can be said. */
    NOT_JUDGED;

    /** The word in files. */
    @JsonValue
    public String key() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** What it belongs to, such as {@code after against before}. */
  String group();

  /** What is judged, such as {@code p95 latency at 20 users}. */
  String name();

  /** What is said. */
  Word word();

  /** Its figures, for people. */
  String reason();
}
