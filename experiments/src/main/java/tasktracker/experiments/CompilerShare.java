package tasktracker.experiments;

import java.time.Duration;
import tasktracker.stack.resource.CompilerTime;

/** The share of a stack's CPU time that just-in-time compilers take, second by second. */
final class CompilerShare {
  private static final double NANOS_PER_MS = 1e6;

  private final CompilerTime time;
  private Duration before;
  private long readAt;

  CompilerShare(CompilerTime time) {
    this.time = time;
  }

  /**
   * Takes another second and returns the share of it; NaN for the first, or where it is not known.
   *
   * @param cpuMs CPU time of the whole stack in a second, in milliseconds; NaN if not known
   */
  double second(double cpuMs) {
    long now = System.nanoTime();
    Duration read = time.read();
    double share = Double.NaN;
    if (before != null && cpuMs > 0) {
      double milliseconds = read.minus(before).toNanos() / NANOS_PER_MS;
      share = milliseconds * 1e9 / (now - readAt) / cpuMs;
    }
    before = read;
    readAt = now;
    return share;
  }
}
