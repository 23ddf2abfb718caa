package tasktracker.load.recording;

/** Counts latencies while they come in. Not thread-safe. */
abstract sealed class Tally permits HistogramTally, CompactTally {
  private long minNanos = Long.MAX_VALUE;
  private long maxNanos;
  private long sumNanos;
  private long beyondRange;

  /** Rounds up to a microsecond, so that no percentile is below what was measured. */
  final void add(long nanos) {
    long rounded = (nanos + 999) / 1_000;
    if (rounded > Latencies.LONGEST_MICROS) {
      beyondRange++;
    }
    count((int) Math.clamp(rounded, 1, Latencies.LONGEST_MICROS));
    minNanos = Math.min(minNanos, nanos);
    maxNanos = Math.max(maxNanos, nanos);
    sumNanos += nanos;
  }

  /** What was counted; counting begins anew. */
  final Latencies drain() {
    Latencies drained = Latencies.of(drainBuckets(), minNanos, maxNanos, sumNanos, beyondRange);
    minNanos = Long.MAX_VALUE;
    maxNanos = 0;
    sumNanos = 0;
    beyondRange = 0;
    return drained;
  }

  abstract void count(int micros);

  abstract Buckets drainBuckets();
}
