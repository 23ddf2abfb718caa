package tasktracker.analysis.seconds;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SteadyWatchTest {
  private static final int LIMIT = 120;
  private static final int WARM_UPS = 40;

  private final Random random = new Random(5);

  @ParameterizedTest
  @CsvSource({"0.02, 20, 40", "0.05, 30, 60", "0.1, 45, 100"})
  void isSoonSureOfAWarmSystem(double scatter, int usually, int nearlyAlways) {
    int[] ends = ends(scatter, _ -> 1, true);

    assertThat(ends[0]).isGreaterThanOrEqualTo(8);
    assertThat(ends[WARM_UPS / 2]).isLessThanOrEqualTo(usually);
    assertThat(ends[WARM_UPS * 9 / 10]).isLessThanOrEqualTo(nearlyAlways);
  }

  @ParameterizedTest
  @CsvSource({"0.02", "0.05", "0.1"})
  void waitsWhileTheCostOfARequestFalls(double scatter) {
    IntToDoubleFunction cost = second -> 1 + 1.5 * Math.exp(-second / 8.0);
    int[] ends = ends(scatter, cost, true);

    // Nine of ten are within 10 % of the end, half of them within 3 %.
    assertThat(cost.applyAsDouble(ends[WARM_UPS / 10])).isLessThan(1.1);
    assertThat(cost.applyAsDouble(ends[WARM_UPS / 2])).isLessThan(1.03);
  }

  @Test
  void waitsForALongTail() {
    IntToDoubleFunction cost =
        second -> 1 + 1.5 * Math.exp(-second / 8.0) + 0.5 * Math.exp(-second / 30.0);
    int[] ends = ends(0.05, cost, true);

    assertThat(cost.applyAsDouble(ends[WARM_UPS / 2])).isLessThan(1.12);
  }

  @Test
  void isNotFooledByASteepButNoisyDecline() {
    int[] ends = ends(0.2, second -> Math.exp(-second / 20.0), true);

    assertThat(ends[WARM_UPS / 10]).isGreaterThan(30);
  }

  @Test
  void needsNoCpuWhereNobodyCountsIt() {
    int[] ends = ends(0.05, _ -> 1, false);

    assertThat(ends[WARM_UPS / 2]).isLessThanOrEqualTo(30);
  }

  @Test
  void looksAtCpuAndNotAtLatencyAlone() {
    SteadyWatch watch = new SteadyWatch();
    for (int second = 0; second < 40; second++) {
      watch.second(8 * Math.exp(-second / 40.0), 100 + second % 2, 5 + 0.01 * (second % 3), 0);
    }

    assertThat(watch.isSteady()).isFalse();
  }

  /** Figures may stand still for a while because compilers take what they would give back. */
  @Test
  void waitsUntilTheCompilersRest() {
    SteadyWatch watch = new SteadyWatch();
    for (int second = 0; second < 60; second++) {
      watch.second(2, 100, 5, 0.3);
    }
    assertThat(watch.isSteady()).isFalse();

    for (int second = 0; second < 12; second++) {
      watch.second(2, 100, 5, 0.01);
    }
    assertThat(watch.isSteady()).isTrue();
  }

  @Test
  void isNeverSureWithoutARequest() {
    SteadyWatch watch = new SteadyWatch();
    for (int second = 0; second < 40; second++) {
      watch.second(Double.NaN, 0, Double.NaN, Double.NaN);
    }

    assertThat(watch.isSteady()).isFalse();
  }

  /** After how many seconds each of several warm-ups ends, ascending. */
  private int[] ends(double scatter, IntToDoubleFunction cost, boolean cpu) {
    int[] ends = new int[WARM_UPS];
    for (int i = 0; i < WARM_UPS; i++) {
      SteadyWatch watch = new SteadyWatch();
      int second = 0;
      while (second < LIMIT && !watch.isSteady()) {
        double share = cost.applyAsDouble(second);
        watch.second(
            cpu ? 2 * share * noise(scatter) : Double.NaN,
            500 / Math.sqrt(share) * noise(scatter / 2),
            10 * share * noise(1.5 * scatter),
            Double.NaN);
        second++;
      }
      ends[i] = second;
    }
    Arrays.sort(ends);
    return ends;
  }

  private double noise(double deviation) {
    return Math.exp(deviation * random.nextGaussian());
  }
}
