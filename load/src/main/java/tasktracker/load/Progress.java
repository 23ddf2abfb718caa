package tasktracker.load;

import java.time.Duration;
import java.util.Optional;

/**
 * A glance at a running load test, for people.
 *
 * @param users running now; in set-up those that are prepared
 * @param requestsPerSecond of the last full second
 * @param p95 of the last full second; empty without requests
 * @param failures failed requests of the measurement so far
 * @param remaining time until the end of the measurement; an estimate before it begins
 */
public record Progress(
    Phase phase,
    int users,
    double requestsPerSecond,
    Optional<Duration> p95,
    long failures,
    Duration remaining) {}
