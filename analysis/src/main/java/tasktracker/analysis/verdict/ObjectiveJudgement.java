package tasktracker.analysis.verdict;

import com.fasterxml.jackson.annotation.JsonProperty;
import tasktracker.analysis.estimate.Estimate;

/**
 * Whether an architecture keeps to a bound at one level.
 *
 * @param architecture the architecture
 * @param concurrency virtual users
 * @param bound what was promised
 * @param measured mean of its runs, of their worst windows where the bound is about windows; null
 *     where there is no figure
 */
public record ObjectiveJudgement(
    String architecture, int concurrency, ServiceLevelObjective.Bound bound, Estimate measured)
    implements JudgedFigure {

  /** Whether the mean keeps to it; {@link #verdict} says whether chance is ruled out. */
  @Override
  @JsonProperty(access = JsonProperty.Access.READ_ONLY)
  public Word word() {
    if (measured == null) {
      return Word.NOT_JUDGED;
    }
    return bound.excess(measured.value()) < 0 ? Word.PASSED : Word.FAILED;
  }

  /** The word for people; {@code not sure} where the limit lies inside of the interval. */
  public String verdict() {
    return switch (word()) {
      case PASSED -> "met" + doubt();
      case FAILED -> "missed" + doubt();
      case NOT_JUDGED -> "no figure";
    };
  }

  private String doubt() {
    if (measured.interval() == null) {
      return ", one run";
    }
    return bound.excess(measured.interval().low()) < 0
            && bound.excess(measured.interval().high()) >= 0
        ? ", not sure"
        : "";
  }

  @Override
  public String group() {
    return architecture;
  }

  @Override
  public String name() {
    return "%s at %d users".formatted(bound, concurrency);
  }

  @Override
  public String reason() {
    return measured == null
        ? "there is no figure: no such endpoint, no log of latencies, or too many failed requests"
        : "measured %s %s: %s"
            .formatted(Wording.estimate(measured), bound.metric().unit(), verdict());
  }
}
