package tasktracker.analysis.recovery;

import java.time.Instant;

/**
 * A request that failed, or that succeeded later than the service level objective allows.
 *
 * @param end when it ended
 * @param failed whether it failed
 */
public record BadRequest(Instant end, boolean failed) {}
