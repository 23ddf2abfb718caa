package tasktracker.load.recording;

import java.time.Duration;
import java.util.Optional;
import org.HdrHistogram.AbstractHistogram;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramIterationValue;

/**
 * Distribution of latencies: percentiles with three significant digits from an HdrHistogram, and
 * exact minimum, mean and maximum. Immutable, and small: it holds only the buckets in use.
 */
public final class Latencies {
  /** Longest latency with a bucket of its own; longer ones count as this. */
  public static final Duration LONGEST = Duration.ofMinutes(10);

  static final int SIGNIFICANT_DIGITS = 3;
  static final long LONGEST_MICROS = LONGEST.toNanos() / 1_000;

  private final int[] micros;
  private final long[] counts;
  private final long count;
  private final long minNanos;
  private final long maxNanos;
  private final long sumNanos;

  private Latencies(int[] micros, long[] counts, long min, long max, long sum, long count) {
    this.micros = micros;
    this.counts = counts;
    this.minNanos = min;
    this.maxNanos = max;
    this.sumNanos = sum;
    this.count = count;
  }

  static Latencies of(AbstractHistogram histogram, long minNanos, long maxNanos, long sumNanos) {
    int used = 0;
    for (HistogramIterationValue ignored : histogram.recordedValues()) {
      used++;
    }
    int[] micros = new int[used];
    long[] counts = new long[used];
    int index = 0;
    for (HistogramIterationValue value : histogram.recordedValues()) {
      micros[index] = Math.toIntExact(value.getValueIteratedTo());
      counts[index++] = value.getCountAtValueIteratedTo();
    }
    return new Latencies(micros, counts, minNanos, maxNanos, sumNanos, histogram.getTotalCount());
  }

  /** Number of requests. */
  public long count() {
    return count;
  }

  /** Whether there was no request. */
  public boolean isEmpty() {
    return count == 0;
  }

  /** The shortest, exact; empty without requests. */
  public Optional<Duration> min() {
    return ifAny(minNanos);
  }

  /** The longest, exact; empty without requests. */
  public Optional<Duration> max() {
    return ifAny(maxNanos);
  }

  /** The mean, exact to the nanosecond; empty without requests. */
  public Optional<Duration> mean() {
    return isEmpty() ? Optional.empty() : ifAny(Math.round((double) sumNanos / count));
  }

  /**
   * The smallest recorded latency that at least this share of requests did not exceed, as
   * HdrHistogram defines it; empty without requests.
   *
   * @param percent above 0, up to 100
   */
  public Optional<Duration> percentile(double percent) {
    if (isEmpty()) {
      return Optional.empty();
    }
    long wanted = Math.max(1, (long) Math.ceil(Math.nextDown(percent) * count / 100));
    long seen = 0;
    int index = -1;
    while (seen < wanted) {
      seen += counts[++index];
    }
    boolean last = index == counts.length - 1;
    long nanos = last ? maxNanos : Math.min(maxNanos, micros[index] * 1_000L);
    return Optional.of(Duration.ofNanos(nanos));
  }

  /** The same distribution as an HdrHistogram in microseconds. */
  public Histogram toHistogram() {
    Histogram histogram = new Histogram(LONGEST_MICROS, SIGNIFICANT_DIGITS);
    for (int i = 0; i < micros.length; i++) {
      histogram.recordValueWithCount(micros[i], counts[i]);
    }
    return histogram;
  }

  private Optional<Duration> ifAny(long nanos) {
    return isEmpty() ? Optional.empty() : Optional.of(Duration.ofNanos(nanos));
  }
}
