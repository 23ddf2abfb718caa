package tasktracker.load.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tasktracker.load.model.Arrivals.Spacing;

class ArrivalsTest {
  private static final long SECOND = 1_000_000_000;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "5000/s",
        "0.25/s",
        "poisson(5000/s)",
        "100/s..500/s over 30s",
        "500/s..0/s over 1m",
        "poisson(0/s..500/s over 1500ms)",
        "100/s for 10s, 0/s for 5s, 200.5/s for 1m",
        "poisson(100/s for 10s)"
      })
  void readsBackWhatItWrites(String text) {
    assertThat(Arrivals.parse(text)).hasToString(text);
    assertThat(Arrivals.parse(Arrivals.parse(text).toString())).isEqualTo(Arrivals.parse(text));
  }

  @Test
  void takesARateWithoutUnit() {
    assertThat(Arrivals.parse(" 5000 ")).isEqualTo(Arrivals.constant(5_000));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          fast                   | "fast" is no rate such as 5000/s
          5000/min               | "5000/min" is no rate such as 5000/s
          0/s                    | arrivals must be above 0/s at some time
          2000000/s              | arrivals must be from 0 to 1000000/s, not 2000000.0
          1/s..2/s over 0        | time of arrivals must be above 0, not PT0S
          1/s..2/s over soon     | "soon" is no time such as 250us, 50ms, 1.5s or 1m30s
          1/s for 1s, 2/s        | "2/s" is no step such as 100/s for 10s
          """)
  void saysWhatIsWrongAndWhatWouldBeRight(String text, String why) {
    assertThatThrownBy(() -> Arrivals.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "arrivals \"%s\": %s; write 5000/s, 100/s..500/s over 30s, or 100/s for 10s, 200/s for 10s"
                .formatted(text, why));
  }

  @Test
  void aConstantRateDoesNotDrift() {
    ArrivalTimes times = Arrivals.constant(3_000).times(new SplittableRandom(1));

    for (long i = 0; i < 3_000 * 3_600; i++) {
      long expected = Math.round(i / 3_000.0 * 1e9);
      if (times.next() != expected) {
        throw new AssertionError("arrival " + i + " is not at " + expected);
      }
    }
  }

  @Test
  void theIntegralOfTheRateSaysHowManyArriveByAnyTime() {
    SplittableRandom random = new SplittableRandom(2);
    for (int i = 0; i < 300; i++) {
      Arrivals arrivals = any(random);
      double until = random.nextDouble(0.1, 20);
      long arrived = timesUntil(arrivals, until).size();
      assertThat((double) arrived)
          .as("%s in %s s", arrivals, until)
          .isCloseTo(arrivals.expectedUntil(until), within(1.0));
    }
  }

  @Test
  void theTimeOfAnArrivalIsTheInverseOfTheIntegral() {
    SplittableRandom random = new SplittableRandom(3);
    for (int i = 0; i < 1_000; i++) {
      Arrivals arrivals = any(random);
      double seconds = random.nextDouble(20);
      if (arrivals.rateAt(Duration.ofNanos(Math.round(seconds * 1e9))) > 1) {
        assertThat(arrivals.secondsUntil(arrivals.expectedUntil(seconds)))
            .as("%s at %s s", arrivals, seconds)
            .isCloseTo(seconds, within(1e-6));
      }
    }
  }

  @Test
  void aRampArrivesEverFasterAndThenStays() {
    List<Long> times = timesUntil(Arrivals.parse("0/s..100/s over 10s"), 12);

    assertThat(perSecond(times, 12))
        .containsExactly(5, 15, 25, 35, 45, 55, 65, 75, 85, 95, 100, 100);
  }

  @Test
  void stepsHaveTheirOwnRatesAndPauses() {
    List<Long> times = timesUntil(Arrivals.parse("10/s for 2s, 0/s for 1s, 20/s for 1s"), 6);

    assertThat(perSecond(times, 6)).containsExactly(10, 10, 0, 20, 20, 20);
  }

  @Test
  void nobodyArrivesAfterARampDownToNothing() {
    ArrivalTimes times = Arrivals.parse("10/s..0/s over 2s").times(new SplittableRandom(1));
    for (int i = 0; i <= 10; i++) {
      assertThat(times.next()).isLessThanOrEqualTo(2 * SECOND);
    }

    assertThat(times.next()).isEqualTo(ArrivalTimes.NEVER);
  }

  /** Kolmogorov-Smirnov at a level of 0.1 %, with a fixed seed. */
  @Test
  void poissonGapsAreExponential() {
    int count = 200_000;
    ArrivalTimes times = Arrivals.parse("poisson(5000/s)").times(new SplittableRandom(4));
    double[] gaps = new double[count];
    long last = 0;
    for (int i = 0; i < count; i++) {
      long next = times.next();
      gaps[i] = (next - last) / 1e9;
      last = next;
    }
    Arrays.sort(gaps);

    double distance =
        IntStream.range(0, count)
            .mapToDouble(i -> {
              double expected = 1 - Math.exp(-5_000 * gaps[i]);
              return Math.max(expected - (double) i / count, (i + 1.0) / count - expected);
            })
            .max()
            .orElseThrow();
    assertThat(distance).isLessThan(1.95 / Math.sqrt(count));
  }

  /** Counts of a Poisson process have a variance equal to their mean. */
  @Test
  void poissonArrivalsAreIndependentOfEachOther() {
    int seconds = 4_000;
    List<Long> times = timesUntil(Arrivals.parse("poisson(50/s)"), seconds);
    int[] counts = perSecond(times, seconds);

    double mean = Arrays.stream(counts).average().orElseThrow();
    double variance =
        Arrays.stream(counts).mapToDouble(n -> (n - mean) * (n - mean)).sum() / (seconds - 1);
    assertThat(mean).isCloseTo(50, within(4 * Math.sqrt(50.0 / seconds)));
    assertThat(variance / mean).isCloseTo(1, within(4 * Math.sqrt(2.0 / seconds)));
  }

  private static Arrivals any(SplittableRandom random) {
    double rate = random.nextDouble(0.5, 200);
    Duration time = Duration.ofMillis(random.nextLong(100, 10_000));
    return switch (random.nextInt(3)) {
      case 0 -> new Arrivals.Constant(rate, Spacing.EVEN);
      case 1 -> new Arrivals.Ramp(rate, random.nextInt(3) * 100, time, Spacing.EVEN);
      default ->
          new Arrivals.Steps(
              List.of(
                  new Arrivals.Step(rate, time),
                  new Arrivals.Step(random.nextInt(2) * 50, time),
                  new Arrivals.Step(random.nextDouble(1, 100), time)),
              Spacing.EVEN);
    };
  }

  private static List<Long> timesUntil(Arrivals arrivals, double seconds) {
    ArrivalTimes times = arrivals.times(new SplittableRandom(5));
    List<Long> until = new ArrayList<>();
    for (long next = times.next(); next < seconds * 1e9; next = times.next()) {
      until.add(next);
    }
    return until;
  }

  private static int[] perSecond(List<Long> times, int seconds) {
    int[] counts = new int[seconds];
    times.forEach(time -> counts[(int) (time / SECOND)]++);
    return counts;
  }
}
