package tasktracker.analysis.recovery;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tasktracker.load.model.Durations;

/**
 * A service level objective: this share of requests succeeds within this time.
 *
 * @param share from 0 to 1, below 1: an objective of 100 % has no budget for any failure
 * @param latency longest time that a request may take
 */
public record Objective(double share, Duration latency) {
  /** The span of time that an error budget is usually given for. */
  public static final Duration BUDGET_PERIOD = Duration.ofDays(30);

  private static final Pattern FORM = Pattern.compile("(\\d+(?:\\.\\d+)?)\\s*%\\s*<\\s*(.+)");

  /** Checks the ranges. */
  public Objective {
    if (!(share > 0 && share < 1)) {
      throw new IllegalArgumentException("the share must be above 0 % and below 100 %");
    }
    if (!latency.isPositive()) {
      throw new IllegalArgumentException("the latency must be above 0");
    }
  }

  /**
   * Reads {@code 99.9%<500ms}.
   *
   * @throws IllegalArgumentException with one line that says what is wrong
   */
  public static Objective parse(String text) {
    Matcher matcher = FORM.matcher(text.strip());
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "write the share of requests and the time they may take, such as 99.9%<500ms");
    }
    double share = new BigDecimal(matcher.group(1)).movePointLeft(2).doubleValue();
    return new Objective(share, Durations.parse(matcher.group(2)));
  }

  /**
   * Share of a {@link #BUDGET_PERIOD}'s error budget that these requests used up, at the rate of
   * requests before the fault: 1 is all of it. The budget is (1 - share) × rate × period (Google,
   * The Site Reliability Workbook, chapter 2).
   *
   * @param requestsPerSecond rate of requests, above 0
   */
  public double budgetUsed(Impact impact, double requestsPerSecond) {
    double budget = (1 - share) * requestsPerSecond * BUDGET_PERIOD.toSeconds();
    return (impact.failed() + impact.slow()) / budget;
  }

  @Override
  public String toString() {
    return BigDecimal.valueOf(share).movePointRight(2).stripTrailingZeros().toPlainString()
        + "%<"
        + Durations.format(latency);
  }
}
