package tasktracker.stack.resource;

import java.time.Instant;
import java.util.Map;

/**
 * All counters at one moment.
 *
 * @param at the moment
 * @param nanos the same on the scale of {@link System#nanoTime}
 * @param usages usage by name of the instance
 */
record Reading(Instant at, long nanos, Map<String, Usage> usages) {}
