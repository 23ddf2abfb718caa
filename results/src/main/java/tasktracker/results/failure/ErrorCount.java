package tasktracker.results.failure;

import java.time.Instant;

/**
 * Requests that failed in the same way.
 *
 * @param kind how they failed, such as {@code HTTP 503} or {@code connection refused}
 * @param count how many
 * @param firstSeen when the first of them ended
 * @param lastSeen when the last of them ended
 */
public record ErrorCount(String kind, long count, Instant firstSeen, Instant lastSeen) {}
