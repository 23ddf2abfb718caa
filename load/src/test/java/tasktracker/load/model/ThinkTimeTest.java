package tasktracker.load.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ThinkTimeTest {
  private static final int DRAWS = 100_000;

  @ParameterizedTest
  @ValueSource(strings = {"0", "1s", "250us", "50ms-150ms", "0-2s", "exp(100ms)", "90m"})
  void everyFormReadsBackAsItself(String text) {
    assertThat(ThinkTime.parse(text)).hasToString(text);
    assertThat(ThinkTime.parse(ThinkTime.parse(text).toString())).isEqualTo(ThinkTime.parse(text));
  }

  @ParameterizedTest
  @CsvSource({"1.5s,1500ms", "1000ms,1s", " 50MS - 150ms ,50ms-150ms", "0.5us,0.5us", "60s,1m"})
  void isWrittenInTheLargestUnitWithoutFraction(String text, String written) {
    assertThat(ThinkTime.parse(text)).hasToString(written);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "5", "fast", "-1s", "150ms-50ms", "1s-2s-3s", "exp()", "1 week"})
  void saysWhatIsWrongAndWhatWouldBeRight(String text) {
    assertThatThrownBy(() -> ThinkTime.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("think time \"" + text + "\": ")
        .hasMessageEndingWith("write 0, 1s, 50ms-150ms or exp(100ms)")
        .hasMessageNotContaining("\n");
  }

  @Test
  void uniformPausesFillTheRangeEvenly() {
    double[] millis = draw("50ms-150ms");

    assertThat(DoubleStream.of(millis).min().orElseThrow()).isBetween(50.0, 50.1);
    assertThat(DoubleStream.of(millis).max().orElseThrow()).isBetween(149.9, 150.0);
    assertThat(shareBelow(millis, 75)).isCloseTo(0.25, within(0.01));
    assertThat(shareBelow(millis, 125)).isCloseTo(0.75, within(0.01));
  }

  @Test
  void exponentialPausesHaveTheDistributionOfTheirMean() {
    double[] millis = draw("exp(100ms)");

    assertThat(DoubleStream.of(millis).average().orElseThrow()).isCloseTo(100, within(1.5));
    assertThat(shareBelow(millis, 100)).isCloseTo(1 - Math.exp(-1), within(0.01));
    assertThat(shareBelow(millis, 300)).isCloseTo(1 - Math.exp(-3), within(0.01));
  }

  @Test
  void constantPausesAreAllTheSame() {
    assertThat(draw("20ms")).containsOnly(20.0);
  }

  @ParameterizedTest
  @CsvSource({"20ms,20", "50ms-150ms,100", "exp(70ms),70"})
  void knowsItsMean(String text, long millis) {
    assertThat(ThinkTime.parse(text).mean()).isEqualTo(Duration.ofMillis(millis));
  }

  private static double[] draw(String text) {
    ThinkTime thinkTime = ThinkTime.parse(text);
    SplittableRandom random = new SplittableRandom(7);
    return DoubleStream.generate(() -> thinkTime.next(random).toNanos() / 1e6)
        .limit(DRAWS)
        .toArray();
  }

  private static double shareBelow(double[] values, double limit) {
    return (double) DoubleStream.of(values).filter(v -> v < limit).count() / values.length;
  }
}
