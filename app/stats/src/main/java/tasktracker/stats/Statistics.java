package tasktracker.stats;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Statistics over the tasks of a user.
 *
 * @param completedPercentage share of completed tasks in percent, rounded half up to two decimals;
 *     0 without tasks
 */
record Statistics(long totalTasks, long completedTasks, double completedPercentage) {

  static Statistics of(TaskTotals totals) {
    return new Statistics(totals.total(), totals.completed(), percentage(totals));
  }

  private static double percentage(TaskTotals totals) {
    if (totals.total() == 0) {
      return 0;
    }
    return BigDecimal.valueOf(totals.completed())
        .movePointRight(2)
        .divide(BigDecimal.valueOf(totals.total()), 2, RoundingMode.HALF_UP)
        .doubleValue();
  }
}
