package tasktracker.results.failure;

/**
 * What the whole load met, against an objective.
 *
 * @param objective such as {@code 99.9%<500ms}
 * @param availability share of all requests that succeeded, in percent
 * @param failed requests that failed
 * @param slow requests that succeeded, but later than the objective allows
 * @param disturbedFailed share of failed requests while a fault disturbed, in percent
 * @param retainedGoodput goodput while a fault was in force, in percent of that before
 * @param faultP95Ms p95 of successful requests while a fault was in force, the longest of several
 * @param budgetUsed what the whole load used of 30 days' error budget, in percent
 */
public record ServiceLevel(
    String objective,
    Double availability,
    long failed,
    long slow,
    Double disturbedFailed,
    Double retainedGoodput,
    Double faultP95Ms,
    Double budgetUsed) {}
