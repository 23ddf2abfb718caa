package tasktracker.analysis.recovery;

import java.time.Instant;
import java.util.Optional;

/**
 * When a fault was there, on the clock of the requests.
 *
 * @param requested when it was asked for
 * @param effective when it was seen to have taken effect
 * @param undone when it had been lifted: the process was started again, the link was free
 * @param ready when everything said that it was healthy again; empty when it did not in time
 */
public record FaultWindow(
    Instant requested, Instant effective, Instant undone, Optional<Instant> ready) {}
