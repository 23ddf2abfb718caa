package tasktracker.analysis.seconds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Windows of known shape, with scatter as measured seconds have it. */
class WarmingTrendTest {
  private static final int WINDOWS = 500;
  private static final double[] DOCKER = {78, 66, 179, 264, 253, 244, 262, 290, 327, 458};
  private static final double[] EMBEDDED = {424, 689, 781, 959, 825, 914, 1022, 1099, 1083, 917};

  private final Random random = new Random(11);

  @Test
  void knowsTheExactChanceOfATrend() {
    // Of the 24 orders of four values one has no inversion and three have one.
    assertThat(MannKendall.pOfRise(1, 2, 3, 4)).isCloseTo(1.0 / 24, within(1e-12));
    assertThat(MannKendall.pOfRise(1, 2, 4, 3)).isCloseTo(4.0 / 24, within(1e-12));
    assertThat(MannKendall.pOfRise(4, 3, 2, 1)).isCloseTo(1, within(1e-12));
    assertThat(MannKendall.pOfRise(5, 5, 5, 5)).isGreaterThan(0.6);
  }

  @Test
  void takesTheMedianOfAllSlopes() {
    TheilSen slope = TheilSen.of(1.645, 1, 2, 3, 100, 5, 6, 7, 8, 9, 10);

    assertThat(slope.slope()).isCloseTo(1, within(1e-9));
    assertThat(slope.low()).isLessThanOrEqualTo(1);
    assertThat(slope.high()).isGreaterThanOrEqualTo(1);
  }

  @Test
  void saysHowMuchTheSystemStillImproved() {
    List<Double> cpu = List.of(8.3, 8.1, 7.6, 7.1, 6.6, 6.2, 5.9, 5.5, 5.2, 5.0);

    assertThat(WarmingTrend.of(List.of(WarmingSeries.cpu(cpu))).objection(10))
        .hasValue("still warming up (CPU per request fell from 8.1 to 5.2 ms in 10 s)");
  }

  @Test
  void findsTheWindowsThatWereOnceCalledValid() {
    for (double[] requests : List.of(DOCKER, EMBEDDED)) {
      List<Double> throughput = Arrays.stream(requests).boxed().toList();
      assertThat(WarmingTrend.of(List.of(WarmingSeries.throughput(throughput))).objection(10))
          .hasValueSatisfying(text -> assertThat(text).contains("throughput rose from"));
    }
  }

  @ParameterizedTest
  @CsvSource({"10, 0.02", "10, 0.05", "10, 0.1", "20, 0.05", "60, 0.05", "60, 0.2"})
  void callsFewWarmWindowsCold(int seconds, double scatter) {
    int called = 0;
    for (int i = 0; i < WINDOWS; i++) {
      called += isCold(seconds, scatter, _ -> 1) ? 1 : 0;
    }

    assertThat(100.0 * called / WINDOWS).isLessThanOrEqualTo(5);
  }

  @ParameterizedTest
  @CsvSource({"10, 0.03", "10, 0.05", "60, 0.05", "60, 0.1"})
  void findsCpuThatFalls(int seconds, double scatter) {
    int called = 0;
    for (int i = 0; i < WINDOWS; i++) {
      called += isCold(seconds, scatter, i2 -> share(i2, seconds)) ? 1 : 0;
    }

    assertThat(100.0 * called / WINDOWS).isGreaterThanOrEqualTo(95);
  }

  @Test
  void findsWindowsLikeThoseOnceCalledValid() {
    int called = 0;
    for (int i = 0; i < WINDOWS; i++) {
      double[] shape = i % 2 == 0 ? DOCKER : EMBEDDED;
      called += isCold(10, 0.05, second -> shape[9] / shape[second]) ? 1 : 0;
    }

    assertThat(100.0 * called / WINDOWS).isGreaterThanOrEqualTo(95);
  }

  @ParameterizedTest
  @CsvSource({"3", "4", "5", "6", "7"})
  void findsAServiceThatStopsAnsweringLate(int until) {
    int called = 0;
    for (int i = 0; i < WINDOWS; i++) {
      // 50 users who think for 100 ms, and answers after 5 ms, at first after 25 ms.
      double[] late = scatter(10, 0.05);
      double[] rate = scatter(10, 0.03);
      List<Double> latencies = new ArrayList<>();
      List<Double> requests = new ArrayList<>();
      for (int second = 0; second < 10; second++) {
        double ms = second < until ? 25 : 5;
        latencies.add(ms * late[second]);
        requests.add(50_000 / (100 + ms) * rate[second]);
      }
      called +=
          WarmingTrend.of(
                      List.of(WarmingSeries.throughput(requests), WarmingSeries.latency(latencies)))
                  .objection(10)
                  .isPresent()
              ? 1
              : 0;
    }

    assertThat(100.0 * called / WINDOWS).isGreaterThanOrEqualTo(95);
  }

  @Test
  void letsNoOddSecondDecide() {
    for (int odd = 0; odd < 10; odd++) {
      double[] latency = {5.1, 5.0, 5.2, 4.9, 5.1, 5.0, 5.1, 4.9, 5.0, 5.1};
      latency[odd] = 80;
      assertThat(
              WarmingTrend.of(
                      List.of(WarmingSeries.latency(Arrays.stream(latency).boxed().toList())))
                  .objection(10))
          .as("odd second %d", odd)
          .isEmpty();
    }
  }

  @Test
  void isNotFooledByASystemThatGetsSlower() {
    List<Double> latency = List.of(5.0, 5.2, 5.4, 5.6, 5.8, 6.0, 6.2, 6.4, 6.6, 6.8);

    assertThat(WarmingTrend.of(List.of(WarmingSeries.latency(latency))).objection(10)).isEmpty();
  }

  @Test
  void judgesNothingByAHandfulOfSeconds() {
    List<Double> falling = List.of(9.0, 8.0, 7.0, 6.0, 5.0, 4.0, 3.0);

    assertThat(WarmingTrend.of(List.of(WarmingSeries.cpu(falling))).isJudged()).isFalse();
  }

  @Test
  void findsAServiceThatWarmsUpInAStackThatScatters() {
    List<Double> service = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      service.add(2 - 0.1 * i);
    }

    WarmingTrend found =
        WarmingTrend.of(
            List.of(
                WarmingSeries.cpu(List.of(8.0, 9.0, 8.5, 8.2, 8.8, 8.1, 8.7, 8.3, 8.9, 8.4)),
                WarmingSeries.cpuOf("task-service", service)));

    assertThat(found.objection(10))
        .hasValueSatisfying(text -> assertThat(text).contains("CPU per request of task-service"));
  }

  /** CPU per request that falls from 8.1 to 5.2 ms, as a share of its end. */
  private static double share(int second, int seconds) {
    double fall = Math.exp(-3.0 * (second + 0.5) / seconds);
    return (5.2 + 2.9 * fall) / 5.2;
  }

  /**
   * Whether a window is called cold.
   *
   * @param cost of a request in each second beside that of a warm system
   */
  private boolean isCold(int seconds, double scatter, IntToDoubleFunction cost) {
    double[] busy = scatter(seconds, scatter);
    double[] slow = scatter(seconds, scatter);
    double[] rate = scatter(seconds, scatter / 2);
    int phase = random.nextInt(7);
    List<Double> cpu = new ArrayList<>();
    List<Double> latency = new ArrayList<>();
    List<Double> requests = new ArrayList<>();
    List<Double> service = new ArrayList<>();
    for (int i = 0; i < seconds; i++) {
      // The heap fills for seven seconds, and is swept; rows are vacuumed every other second.
      double sweep = 1 + scatter * ((i + phase) % 7) / 7;
      double ripple = 1 + scatter / 2 * ((i + phase) % 2);
      cpu.add(5.2 * cost.applyAsDouble(i) * busy[i] * sweep * ripple);
      latency.add(10 * cost.applyAsDouble(i) * slow[i] * busy[i] * sweep);
      requests.add(900 / Math.sqrt(cost.applyAsDouble(i)) * rate[i] / ripple);
      // Ticks of 10 ms.
      service.add(Math.rint(1.5 * cost.applyAsDouble(i) * busy[i] * 10) / 10);
    }
    return WarmingTrend.of(
            List.of(
                WarmingSeries.cpu(cpu),
                WarmingSeries.throughput(requests),
                WarmingSeries.latency(latency),
                WarmingSeries.cpuOf("one", service)))
        .objection(seconds)
        .isPresent();
  }

  /** Log-normal scatter around 1, of which a second has a third from the one before. */
  private double[] scatter(int seconds, double deviation) {
    double[] values = new double[seconds];
    double state = random.nextGaussian();
    for (int i = 0; i < seconds; i++) {
      values[i] = Math.exp(deviation * state);
      state = 0.3 * state + Math.sqrt(1 - 0.09) * random.nextGaussian();
    }
    return values;
  }
}
