package tasktracker.load.recording;

import org.HdrHistogram.IntCountsHistogram;

/** Counts each latency in a few nanoseconds, and takes 86 kB for that. */
final class HistogramTally extends Tally {
  private final IntCountsHistogram histogram =
      new IntCountsHistogram(Latencies.LONGEST_MICROS, Latencies.SIGNIFICANT_DIGITS);

  @Override
  void count(int micros) {
    histogram.recordValue(micros);
  }

  @Override
  Buckets drainBuckets() {
    if (histogram.getTotalCount() == 0) {
      return Buckets.NONE;
    }
    Buckets drained = Buckets.of(histogram);
    histogram.reset();
    return drained;
  }
}
