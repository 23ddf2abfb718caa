package tasktracker.load.recording;

import org.HdrHistogram.IntCountsHistogram;

/** Counts latencies while they come in. Not thread-safe. */
final class Tally {
  private final IntCountsHistogram micros =
      new IntCountsHistogram(Latencies.LONGEST_MICROS, Latencies.SIGNIFICANT_DIGITS);
  private long minNanos = Long.MAX_VALUE;
  private long maxNanos;
  private long sumNanos;
  private long beyondRange;

  /** Rounds up to a microsecond, so that no percentile is below what was measured. */
  void add(long nanos) {
    long rounded = (nanos + 999) / 1_000;
    if (rounded > Latencies.LONGEST_MICROS) {
      beyondRange++;
    }
    micros.recordValue(Math.clamp(rounded, 1, Latencies.LONGEST_MICROS));
    minNanos = Math.min(minNanos, nanos);
    maxNanos = Math.max(maxNanos, nanos);
    sumNanos += nanos;
  }

  /** What was counted; counting begins anew. */
  Latencies drain() {
    if (micros.getTotalCount() == 0) {
      return Latencies.NONE;
    }
    Latencies drained = Latencies.of(micros, minNanos, maxNanos, sumNanos, beyondRange);
    micros.reset();
    minNanos = Long.MAX_VALUE;
    maxNanos = 0;
    sumNanos = 0;
    beyondRange = 0;
    return drained;
  }
}
