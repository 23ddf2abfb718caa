package tasktracker.stack.fault;

import java.time.Duration;

/**
 * Everything that a fault may need to know; each kind takes its part.
 *
 * @param duration how long the target is down, paused, starved or badly connected
 * @param delay mean of what {@link Latency} adds
 * @param jitter how far {@link Latency} strays from that
 * @param share probability of {@link Loss}, share of the processor of {@link CpuStarvation}
 */
public record FaultParameters(Duration duration, Duration delay, Duration jitter, double share) {}
