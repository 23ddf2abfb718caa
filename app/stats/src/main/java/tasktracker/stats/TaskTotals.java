package tasktracker.stats;

/**
 * How many tasks a user has.
 *
 * @param total number of tasks
 * @param completed how many of them are completed
 */
public record TaskTotals(long total, long completed) {}
