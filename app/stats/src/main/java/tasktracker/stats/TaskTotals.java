package tasktracker.stats;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * How many tasks a user has. Both numbers are required in JSON: what is not said is not zero.
 *
 * @param total number of tasks
 * @param completed how many of them are completed
 */
public record TaskTotals(
    @JsonProperty(required = true) long total, @JsonProperty(required = true) long completed) {}
