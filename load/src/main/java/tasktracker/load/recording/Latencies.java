package tasktracker.load.recording;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.HdrHistogram.Histogram;

/**
 * Distribution of latencies: percentiles with three significant digits from an HdrHistogram, and
 * exact minimum, mean and maximum. Immutable, and small: it holds only the buckets in use.
 */
public final class Latencies {
  /** Longest latency with a bucket of its own; longer ones count as this. */
  public static final Duration LONGEST = Duration.ofMinutes(10);

  static final int SIGNIFICANT_DIGITS = 3;
  static final long LONGEST_MICROS = LONGEST.toNanos() / 1_000;

  private static final int ABOVE_PERCENTILE = 10;

  /** No latency at all. */
  public static final Latencies NONE = new Latencies(Buckets.NONE, Long.MAX_VALUE, 0, 0, 0);

  private final Buckets buckets;
  private final long minNanos;
  private final long maxNanos;
  private final long sumNanos;
  private final long beyondRange;

  private Latencies(
      Buckets buckets, long minNanos, long maxNanos, long sumNanos, long beyondRange) {
    this.buckets = buckets;
    this.minNanos = minNanos;
    this.maxNanos = maxNanos;
    this.sumNanos = sumNanos;
    this.beyondRange = beyondRange;
  }

  static Latencies of(
      Buckets buckets, long minNanos, long maxNanos, long sumNanos, long beyondRange) {
    return buckets.total() == 0
        ? NONE
        : new Latencies(buckets, minNanos, maxNanos, sumNanos, beyondRange);
  }

  /** Number of requests. */
  public long count() {
    return buckets.total();
  }

  /** Whether there was no request. */
  public boolean isEmpty() {
    return buckets.total() == 0;
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
    return isEmpty() ? Optional.empty() : ifAny(Math.round((double) sumNanos / count()));
  }

  /**
   * The smallest recorded latency that at least this share of requests did not exceed, as
   * HdrHistogram defines it; empty without requests.
   *
   * @param percent above 0, up to 100
   */
  public Optional<Duration> percentile(double percent) {
    if (isEmpty() || percent >= 100) {
      return max();
    }
    long nanos = buckets.valueAtPercentile(percent) * 1_000L;
    return Optional.of(Duration.ofNanos(Math.clamp(nanos, minNanos, maxNanos)));
  }

  /**
   * The same, but empty where fewer than ten requests are expected above the percentile: p99 takes
   * 1,000 requests, the median 20. The maximum needs a single one.
   */
  public Optional<Duration> supportedPercentile(double percent) {
    return supports(count(), percent) ? percentile(percent) : Optional.empty();
  }

  /** Whether so many requests have a {@link #supportedPercentile}. */
  public static boolean supports(long requests, double percent) {
    // 100 - 99.9 is a little less than 0.1.
    double above = requests * (100 - percent) / 100 + 1e-6;
    return percent >= 100 || above >= ABOVE_PERCENTILE;
  }

  /** All latencies added up. */
  public Duration sum() {
    return Duration.ofNanos(sumNanos);
  }

  /** How many were longer than {@link #LONGEST}. */
  public long beyondRange() {
    return beyondRange;
  }

  /** These latencies and others taken together. */
  public Latencies plus(Latencies other) {
    if (other.isEmpty()) {
      return this;
    }
    if (isEmpty()) {
      return other;
    }
    return new Latencies(
        buckets.plus(other.buckets),
        Math.min(minNanos, other.minNanos),
        Math.max(maxNanos, other.maxNanos),
        sumNanos + other.sumNanos,
        beyondRange + other.beyondRange);
  }

  /** This distribution, without any loss, for {@link #fromBytes}. */
  public byte[] toBytes() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      Varint.write(minNanos, out);
      Varint.write(maxNanos, out);
      Varint.write(sumNanos, out);
      Varint.write(beyondRange, out);
      buckets.writeTo(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /**
   * What {@link #toBytes} wrote.
   *
   * @throws IllegalArgumentException when it did not
   */
  public static Latencies fromBytes(byte[] bytes) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      long min = Varint.read(in);
      long max = Varint.read(in);
      long sum = Varint.read(in);
      long beyond = Varint.read(in);
      return new Latencies(Buckets.readFrom(in), min, max, sum, beyond);
    } catch (IOException | ArithmeticException e) {
      throw new IllegalArgumentException("these bytes are no latencies", e);
    }
  }

  /** The same distribution as an HdrHistogram in microseconds. */
  public Histogram toHistogram() {
    Histogram histogram = new Histogram(LONGEST_MICROS, SIGNIFICANT_DIGITS);
    buckets.recordInto(histogram);
    return histogram;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Latencies that
        && buckets.equals(that.buckets)
        && minNanos == that.minNanos
        && maxNanos == that.maxNanos
        && sumNanos == that.sumNanos
        && beyondRange == that.beyondRange;
  }

  @Override
  public int hashCode() {
    return Objects.hash(buckets, minNanos, maxNanos, sumNanos, beyondRange);
  }

  @Override
  public String toString() {
    return "%s latencies, min %s, mean %s, max %s".formatted(count(), min(), mean(), max());
  }

  private Optional<Duration> ifAny(long nanos) {
    return isEmpty() ? Optional.empty() : Optional.of(Duration.ofNanos(nanos));
  }
}
