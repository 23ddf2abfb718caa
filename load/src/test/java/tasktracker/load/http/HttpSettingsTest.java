package tasktracker.load.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HttpSettingsTest {
  private static final HttpSettings SETTINGS = HttpSettings.DEFAULT;

  @Test
  void keepsOneValueOfAHeaderWhateverItsCase() {
    HttpSettings settings = SETTINGS.withHeader("X-One", "1").withHeader("x-one", "2");

    assertThat(settings.headers()).hasSize(1).containsEntry("X-ONE", "2");
  }

  @ParameterizedTest
  @CsvSource({
    "X One, 1, '\"X One\" is no name of a header'",
    "X, 'a\nb', header X must be one line",
    "X, '→', header X must be of Latin-1 characters",
    "content-length, 3, header content-length follows from the body",
  })
  void refusesHeadersThatWouldBreakTheMessage(String name, String value, String message) {
    assertThatThrownBy(() -> SETTINGS.withHeader(name, value))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }

  @Test
  void refusesNumbersOutOfRange() {
    assertThatThrownBy(() -> SETTINGS.withTimeouts(Duration.ZERO, Duration.ofSeconds(1)))
        .hasMessage("connect timeout must be above 0, not PT0S");
    assertThatThrownBy(() -> SETTINGS.withConnectionsPerUser(0))
        .hasMessage("connections per user must be 1 or more, not 0");
  }
}
