package tasktracker.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tasktracker.load.model.ClosedModel;
import tasktracker.load.model.ThinkTime;
import tasktracker.load.scenario.Scenario;

class LoadPlanTest {
  private static final Scenario SCENARIO = Scenario.of("none", _ -> null);
  private static final ClosedModel MODEL = new ClosedModel(1, 1, ThinkTime.NONE);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://localhost",
        "http://localhost:9000/",
        "http://[::1]:80",
        "https://my_h:8443"
      })
  void takesTheUrlOfAHost(String url) {
    assertThat(LoadPlan.of(URI.create(url), SCENARIO, MODEL).target()).hasToString(url);
  }

  @ParameterizedTest
  @CsvSource({
    "localhost:9000, localhost:9000: the scheme must be http or https",
    "ftp://localhost, ftp://localhost: the scheme must be http or https",
    "http:///x, http:///x: it names no host",
    "http://h/api, http://h/api",
    "http://h?a=b, http://h?a=b",
    "http://u:p@h, http://***@h: user and password are not taken from a URL: send a header"
        + " Authorization",
  })
  void refusesEveryOtherUrl(String url, String shown) {
    assertThatThrownBy(() -> LoadPlan.of(URI.create(url), SCENARIO, MODEL))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "target must be a URL such as http://localhost:9000, without a path, not " + shown);
  }

  @Test
  void refusesTimesOutOfRange() {
    LoadPlan plan = LoadPlan.of(URI.create("http://localhost"), SCENARIO, MODEL);

    assertThatThrownBy(() -> plan.withMeasurement(Duration.ZERO))
        .hasMessage("measurement must be above 0, not PT0S");
    assertThatThrownBy(() -> plan.withWarmUp(Duration.ofSeconds(-1)))
        .hasMessage("warm-up must not be negative: PT-1S");
    assertThatThrownBy(() -> plan.withWarmUp(Duration.ofSeconds(9), Duration.ofSeconds(5)))
        .hasMessage("the limit of the warm-up, 5s, is below its least time, 9s");
    assertThatThrownBy(() -> plan.withMeasurement(Duration.ofDays(366)))
        .hasMessage("measurement must not be longer than a year, 8760h: PT8784H");
    assertThatThrownBy(() -> plan.withTimeouts(Duration.ofSeconds(1), Duration.ZERO))
        .hasMessage("response timeout must be above 0, not PT0S");
  }

  @Test
  void refusesAModelWithoutUsersOrRate() {
    assertThatThrownBy(() -> new ClosedModel(0, 1, ThinkTime.NONE))
        .hasMessage("users must be 1 or more, not 0");
    assertThatThrownBy(() -> new ClosedModel(1, 0, ThinkTime.NONE))
        .hasMessage("spawn rate must be above 0 users per second, not 0.0");
  }
}
