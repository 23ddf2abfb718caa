package tasktracker.load.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LatenciesTest {
  private static final double[] PERCENTILES = {0.1, 1, 25, 50, 66, 90, 95, 99, 99.9, 99.99, 100};

  @Test
  void percentilesAreThoseOfTheSortedValuesWithinThreeDigits() {
    SplittableRandom random = new SplittableRandom(42);
    for (int round = 0; round < 40; round++) {
      long[] nanos = randomLatencies(random);
      Latencies latencies = latenciesOf(nanos);
      Arrays.sort(nanos);
      for (double percent : PERCENTILES) {
        long exact = nanos[Math.max(0, (int) Math.ceil(percent / 100 * nanos.length - 1e-9) - 1)];
        long found = latencies.percentile(percent).orElseThrow().toNanos();
        assertThat((double) found).isCloseTo((double) exact, within(exact * 0.001 + 1_000));
      }
    }
  }

  @Test
  void percentilesAreThoseOfHdrHistogram() {
    SplittableRandom random = new SplittableRandom(43);
    for (int round = 0; round < 20; round++) {
      Latencies latencies = latenciesOf(randomLatencies(random));
      Histogram histogram = latencies.toHistogram();
      for (double percent : Arrays.copyOf(PERCENTILES, PERCENTILES.length - 1)) {
        long micros = histogram.getValueAtPercentile(percent);
        assertThat(latencies.percentile(percent).orElseThrow().toNanos())
            .isLessThanOrEqualTo(micros * 1_000)
            .isGreaterThan(histogram.lowestEquivalentValue(micros) * 1_000 - 1_000);
      }
    }
  }

  @Test
  void minimumMeanAndMaximumAreExact() {
    SplittableRandom random = new SplittableRandom(44);
    long[] nanos = randomLatencies(random);
    Latencies latencies = latenciesOf(nanos);

    assertThat(latencies.min()).contains(nanos(LongStream.of(nanos).min().orElseThrow()));
    assertThat(latencies.max()).contains(nanos(LongStream.of(nanos).max().orElseThrow()));
    assertThat(latencies.percentile(100)).isEqualTo(latencies.max());
    assertThat((double) latencies.mean().orElseThrow().toNanos())
        .isCloseTo(LongStream.of(nanos).average().orElseThrow(), within(1.0));
  }

  @Test
  void partsTakenTogetherAreTheWhole() {
    SplittableRandom random = new SplittableRandom(45);
    for (int round = 0; round < 20; round++) {
      long[] all = randomLatencies(random);
      int cut = random.nextInt(all.length);
      Latencies whole = latenciesOf(all);
      Latencies parts =
          latenciesOf(Arrays.copyOf(all, cut))
              .plus(latenciesOf(Arrays.copyOfRange(all, cut, all.length)));

      assertThat(parts.toHistogram()).isEqualTo(whole.toHistogram());
      assertThat(parts.mean()).isEqualTo(whole.mean());
      assertThat(parts.min()).isEqualTo(whole.min());
      assertThat(parts.max()).isEqualTo(whole.max());
    }
  }

  @Test
  void withoutRequestsThereIsNothingToSay() {
    assertThat(Latencies.NONE.isEmpty()).isTrue();
    assertThat(Latencies.NONE.percentile(50)).isEmpty();
    assertThat(Latencies.NONE.min()).isEmpty();
    assertThat(Latencies.NONE.mean()).isEmpty();
    assertThat(Latencies.NONE.max()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"50, 20", "95, 200", "99, 1000", "99.9, 10000"})
  void aPercentileTakesTenRequestsAboveIt(double percent, int enough) {
    assertThat(equal(enough).supportedPercentile(percent)).contains(Duration.ofMillis(1));
    assertThat(equal(enough - 1).supportedPercentile(percent)).isEmpty();
  }

  @Test
  void theMaximumTakesASingleRequest() {
    assertThat(equal(1).supportedPercentile(100)).contains(Duration.ofMillis(1));
    assertThat(equal(0).supportedPercentile(100)).isEmpty();
  }

  private static Latencies equal(int count) {
    return latenciesOf(LongStream.generate(() -> 1_000_000).limit(count).toArray());
  }

  private static long[] randomLatencies(SplittableRandom random) {
    int count = random.nextInt(1, 3_000);
    double scale = Math.pow(10, random.nextInt(3, 9));
    return LongStream.generate(() -> 1 + Math.round(random.nextExponential() * scale))
        .limit(count)
        .toArray();
  }

  private static Latencies latenciesOf(long[] nanos) {
    Tally tally = new HistogramTally();
    for (long latency : nanos) {
      tally.add(latency);
    }
    return tally.drain();
  }

  private static Duration nanos(long nanos) {
    return Duration.ofNanos(nanos);
  }
}
