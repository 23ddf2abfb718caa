package tasktracker.load.recording;

import java.util.Arrays;
import org.HdrHistogram.Histogram;

/**
 * Counts latencies in little memory, for thousands of spans of time that are open at once: a few
 * hundred of them as they are, the rest in the buckets that they fall into. Not thread-safe.
 */
final class CompactTally {
  private static final int MOST_PENDING = 128;
  private static final Histogram BUCKETS =
      new Histogram(Latencies.LONGEST_MICROS, Latencies.SIGNIFICANT_DIGITS);

  private Latencies counted = Latencies.NONE;
  private int[] pending = new int[4];
  private int size;
  private long minNanos = Long.MAX_VALUE;
  private long maxNanos;
  private long sumNanos;
  private long beyondRange;

  /** Rounds up to a microsecond, as {@link Tally} does. */
  void add(long nanos) {
    if (size == pending.length) {
      if (size < MOST_PENDING) {
        pending = Arrays.copyOf(pending, 2 * size);
      } else {
        settle();
      }
    }
    long rounded = (nanos + 999) / 1_000;
    if (rounded > Latencies.LONGEST_MICROS) {
      beyondRange++;
    }
    pending[size++] = (int) Math.clamp(rounded, 1, Latencies.LONGEST_MICROS);
    minNanos = Math.min(minNanos, nanos);
    maxNanos = Math.max(maxNanos, nanos);
    sumNanos += nanos;
  }

  /** What was counted so far. */
  Latencies latencies() {
    settle();
    return counted;
  }

  private void settle() {
    Arrays.sort(pending, 0, size);
    counted =
        counted.plus(
            Latencies.of(
                Buckets.ofSorted(pending, size, BUCKETS),
                minNanos,
                maxNanos,
                sumNanos,
                beyondRange));
    size = 0;
    minNanos = Long.MAX_VALUE;
    maxNanos = 0;
    sumNanos = 0;
    beyondRange = 0;
  }
}
