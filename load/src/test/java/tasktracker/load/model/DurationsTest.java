package tasktracker.load.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {"8761h", "9223372036855s", "99999999999999999999h", "1000000000000000000000us"})
  void refusesWhatWouldOverflow(String text) {
    assertThatThrownBy(() -> Durations.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("\"%s\" is longer than a year, 8760h", text);
    assertThatThrownBy(() -> ThinkTime.parse("exp(%s)".formatted(text)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("longer than a year");
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "60, 60000",
    "0.5, 500",
    "60s, 60000",
    "1m30s, 90000",
    "1h 2m 3s, 3723000",
    "1.5s, 1500",
    "250ms, 250",
    "' 2M ', 120000"
  })
  void readsSecondsUnitsAndSumsOfThem(String text, long milliseconds) {
    assertThat(Durations.parseOrSeconds(text)).hasMillis(milliseconds);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "soon", "-1", "1m30", "s", "1 m x", "1..5s", "٣s"})
  void refusesWhatIsNoTime(String text) {
    assertThatThrownBy(() -> Durations.parseOrSeconds(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("is no time such as");
  }

  @Test
  void needsAUnitWhereSecondsAreNotUsual() {
    assertThat(Durations.parse("0")).isZero();
    assertThatThrownBy(() -> Durations.parse("60")).hasMessageContaining("is no time such as");
  }

  @Test
  void takesAWholeYear() {
    assertThat(Durations.parse("8760h")).isEqualTo(Duration.ofDays(365));
  }
}
