package tasktracker.analysis.verdict;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Collection;
import java.util.List;
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

    /**
     * The word on several figures together: the worst of theirs; none is nothing that was judged.
     */
    public static Word of(Collection<? extends JudgedFigure> figures) {
      List<Word> words = figures.stream().map(JudgedFigure::word).toList();
      if (words.contains(FAILED)) {
        return FAILED;
      }
      return words.isEmpty() || words.contains(NOT_JUDGED) ? NOT_JUDGED : PASSED;
    }

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
