package tasktracker.stats;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/**
 * How many tasks a user has.
 *
 * @param total number of tasks
 * @param completed how many of them are completed
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record TaskTotals(long total, long completed) {}
