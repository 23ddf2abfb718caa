package tasktracker.load.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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

  @Test
  void takesAWholeYear() {
    assertThat(Durations.parse("8760h")).isEqualTo(Duration.ofDays(365));
  }
}
