package tasktracker.analysis.seconds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tasktracker.analysis.verdict.ComparedMetric;

class ResampledRunTest {
  private static final int RESAMPLES = 1000;

  @Test
  void scattersAroundTheFiguresOfTheRunAsTheSecondsDo() {
    Random random = new Random(5);
    List<RunSecond> seconds =
        IntStream.range(0, 64).mapToObj(_ -> second(100 + random.nextInt(-20, 21))).toList();

    Map<ComparedMetric, List<Double>> resampled = ResampledRun.of(seconds, RESAMPLES, 1);

    List<Double> throughputs = resampled.get(ComparedMetric.THROUGHPUT);
    double mean = throughputs.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    double deviation =
        Math.sqrt(throughputs.stream().mapToDouble(x -> (x - mean) * (x - mean)).sum() / RESAMPLES);
    assertThat(mean)
        .isEqualTo(
            seconds.stream().mapToLong(RunSecond::requests).average().orElseThrow(), within(1.0));
    // Uniform from -20 to 20: a deviation of 11.8, and of 11.8 / 8 for the mean of 64.
    assertThat(deviation).isBetween(1.0, 2.0);
    assertThat(resampled.get(ComparedMetric.P95)).containsOnly(4.0);
    assertThat(resampled.get(ComparedMetric.CPU_PER_REQUEST)).hasSize(RESAMPLES);
  }

  @Test
  void isEmptyForTooFewSeconds() {
    assertThat(ResampledRun.of(List.of(second(10), second(10)), RESAMPLES, 1)).isEmpty();
  }

  private static RunSecond second(long requests) {
    // Nine of ten requests take 1 ms, the others 4 ms.
    long slow = Math.round(requests / 10.0);
    TreeMap<Long, Long> latencies = new TreeMap<>(Map.of(1000L, requests - slow, 4000L, slow));
    return new RunSecond(latencies, latencies, 0, 50.0, 1e9);
  }
}
