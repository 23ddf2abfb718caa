package tasktracker.load.recording;

import java.util.Arrays;
import org.HdrHistogram.Histogram;

/**
 * Counts latencies in little memory, for thousands of spans of time or endpoints that are open at
 * once: a few of them as they are, the rest in the buckets that they fall into.
 */
final class CompactTally extends Tally {
  private static final int MOST_PENDING = 128;
  private static final Histogram BUCKETS =
      new Histogram(Latencies.LONGEST_MICROS, Latencies.SIGNIFICANT_DIGITS);

  private Buckets settled = Buckets.NONE;
  private int[] pending = new int[4];
  private int size;

  @Override
  void count(int micros) {
    if (size == pending.length) {
      if (size < MOST_PENDING) {
        pending = Arrays.copyOf(pending, 2 * size);
      } else {
        settle();
      }
    }
    pending[size++] = micros;
  }

  @Override
  Buckets drainBuckets() {
    settle();
    Buckets drained = settled;
    settled = Buckets.NONE;
    return drained;
  }

  private void settle() {
    Arrays.sort(pending, 0, size);
    settled = settled.plus(Buckets.ofSorted(pending, size, BUCKETS));
    size = 0;
  }
}
