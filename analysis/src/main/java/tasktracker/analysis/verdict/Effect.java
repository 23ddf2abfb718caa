package tasktracker.analysis.verdict;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import tasktracker.analysis.estimate.Estimate;

/**
 * How far the candidate is from the baseline.
 *
 * @param scale what the estimate is
 * @param estimate candidate / baseline, or candidate − baseline
 */
public record Effect(Scale scale, @JsonUnwrapped Estimate estimate) {

  /** What an effect is measured as. */
  public enum Scale {
    /** Candidate divided by baseline; 1 where they are the same. */
    RATIO(1),
    /** Candidate minus baseline, in the unit of the metric; 0 where they are the same. */
    DIFFERENCE(0);

    private final double same;

    Scale(double same) {
      this.same = same;
    }

    /** The value where both are the same. */
    public double same() {
      return same;
    }

    /** The name as files spell it. */
    @JsonValue
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
