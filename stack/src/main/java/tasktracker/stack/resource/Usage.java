package tasktracker.stack.resource;

import java.time.Duration;
import java.time.Instant;

/**
 * What an instance has used since it was started, and holds now. Counters grow until the instance
 * is started anew; what nothing tells is null.
 *
 * @param process its first process, another one once it was started anew; 0 where nothing tells
 * @param cpu CPU time used
 * @param memory bytes held
 * @param memoryLimit bytes that it may hold at most
 * @param received bytes received over the network
 * @param sent bytes sent over the network
 * @param throttled time that it wanted to run and was kept from it by its CPU quota
 * @param read when the counters were read, by the clock of whoever keeps them; null where that is
 *     the moment at which they were asked for
 */
public record Usage(
    long process,
    Duration cpu,
    Long memory,
    Long memoryLimit,
    Long received,
    Long sent,
    Duration throttled,
    Instant read) {

  /** Usage of processes, whose network nobody counts and which have no quota. */
  public static Usage ofProcesses(long process, Duration cpu, Long memory, long memoryLimit) {
    return new Usage(process, cpu, memory, memoryLimit, null, null, null, null);
  }
}
