package tasktracker.analysis.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TimingSummaryTest {

  @Test
  void countsCensoredTimingsAsLongerThanTheirBound() {
    TimingSummary summary =
        TimingSummary.of(List.of(exact(3), Timing.moreThan(Duration.ofSeconds(3)), exact(1)))
            .orElseThrow();

    assertThat(summary.median()).isEqualTo(exact(3));
    assertThat(summary.most()).isEqualTo(Timing.moreThan(Duration.ofSeconds(3)));
    assertThat(summary).hasToString("3.0 s (1.0 s to > 3.0 s, n = 3)");
  }

  @Test
  void censorsTheMedianWhenMostAreCensored() {
    Timing never = Timing.moreThan(Duration.ofSeconds(42));

    assertThat(TimingSummary.of(List.of(exact(1), never, never)).orElseThrow().median())
        .hasToString("> 42.0 s");
  }

  @Test
  void boundsWhatACensoredTimingMayHaveExceeded() {
    TimingSummary summary =
        TimingSummary.of(List.of(exact(5), Timing.moreThan(Duration.ofSeconds(3)), exact(1)))
            .orElseThrow();

    assertThat(summary).hasToString("> 3.0 s (1.0 s to > 5.0 s, n = 3)");
  }

  @Test
  void takesTheMiddleOneOfFiveAsTheMedian() {
    TimingSummary summary =
        TimingSummary.of(Stream.of(5, 4, 3, 2, 1).map(TimingSummaryTest::exact).toList())
            .orElseThrow();

    assertThat(summary.median()).isEqualTo(exact(3));
  }

  @Test
  void writesASingleTimingWithoutARange() {
    assertThat(TimingSummary.of(List.of(exact(2))).orElseThrow()).hasToString("2.0 s");
    assertThat(TimingSummary.of(List.of())).isEmpty();
  }

  private static Timing exact(int seconds) {
    return Timing.of(Duration.ofSeconds(seconds));
  }
}
