package tasktracker.load.recording;

import java.time.Instant;

/**
 * All failures of one endpoint with the same message.
 *
 * @param message short and without changing parts, for example {@code HTTP 503 Service Unavailable}
 * @param example what was answered or thrown in the first of them, shortened
 * @param count number of requests
 * @param firstSeen when the first of them ended
 * @param lastSeen when the last of them ended
 */
public record Failures(
    Endpoint endpoint,
    Outcome outcome,
    String message,
    String example,
    long count,
    Instant firstSeen,
    Instant lastSeen) {}
