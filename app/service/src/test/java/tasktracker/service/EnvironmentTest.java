package tasktracker.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import tasktracker.service.auth.Tokens;
import tasktracker.service.database.DatabaseSettings;
import tasktracker.service.wire.HeadLimits;

class EnvironmentTest {

  @Test
  void listensOnLoopbackUnlessToldOtherwise() {
    assertThat(ServerSettings.from(Environment.of(Map.of()), 9000))
        .isEqualTo(
            new ServerSettings(
                "127.0.0.1",
                9000,
                false,
                false,
                Duration.ofSeconds(5),
                Duration.ZERO,
                Optional.empty(),
                List.of(),
                HeadLimits.OF_CLIENTS));
    assertThat(
            ServerSettings.from(
                environment(
                    "HOST",
                    "0.0.0.0",
                    "PORT",
                    "80",
                    "ACCESS_LOG",
                    "on",
                    "METRICS",
                    "on",
                    "SHUTDOWN_GRACE",
                    "1m",
                    "CORS_ORIGINS",
                    "http://a:3000, https://b.org"),
                9000))
        .isEqualTo(
            new ServerSettings(
                "0.0.0.0",
                80,
                true,
                true,
                Duration.ofMinutes(1),
                Duration.ZERO,
                Optional.empty(),
                List.of("http://a:3000", "https://b.org"),
                HeadLimits.OF_CLIENTS));
  }

  @Test
  void readsDurationsLongAndShort() {
    assertThat(duration("500ms")).isEqualTo(Duration.ofMillis(500));
    assertThat(duration("5s")).isEqualTo(Duration.ofSeconds(5));
    assertThat(duration("2h")).isEqualTo(Duration.ofHours(2));
    assertThat(duration("PT1.5S")).isEqualTo(Duration.ofMillis(1500));
    assertThat(duration(" ")).isEqualTo(Duration.ofSeconds(7));
  }

  @Test
  void readsForHowLongAnswersComeLater() {
    assertThat(
            ServerSettings.from(
                    environment("RESPONSE_DELAY", "20ms", "RESPONSE_DELAY_FOR", "40s"), 9000)
                .responseDelayFor())
        .hasValue(Duration.ofSeconds(40));
    refuses(
        () -> ServerSettings.from(environment("RESPONSE_DELAY_FOR", "forty"), 9000),
        "RESPONSE_DELAY_FOR is 'forty': give a duration like 500ms, 5s or PT5S");
  }

  @Test
  void readsUrls() {
    assertThat(environment("URLS", "http://a:1 ,http://b:2,").urls("URLS", "http://c:3"))
        .containsExactly(URI.create("http://a:1"), URI.create("http://b:2"));
    assertThat(Environment.of(Map.of()).urls("URLS", "http://c:3"))
        .containsExactly(URI.create("http://c:3"));
  }

  @Test
  void namesTheVariableItsValueAndWhatWouldBeRight() {
    refuses(
        () -> ServerSettings.from(environment("CORS_ORIGINS", "http://a/path"), 9000),
        "CORS_ORIGINS is 'http://a/path': give origins like http://localhost:3000, separated by"
            + " commas, or *");
    refuses(
        () -> ServerSettings.from(environment("PORT", "http"), 9000),
        "PORT is 'http': give a whole number from 0 to 65535");
    refuses(
        () -> ServerSettings.from(environment("PORT", "65536"), 9000),
        "PORT is '65536': give a whole number from 0 to 65535");
    refuses(
        () -> ServerSettings.from(environment("ACCESS_LOG", "yes"), 9000),
        "ACCESS_LOG is 'yes': give on or off");
    refuses(() -> duration("5"), "WAIT is '5': give a duration like 500ms, 5s or PT5S");
    refuses(() -> duration("-PT1S"), "WAIT is '-PT1S': give a duration like 500ms, 5s or PT5S");
    refuses(
        () -> environment("URLS", "https://a").urls("URLS", ""),
        "URLS is 'https://a': give URLs like http://127.0.0.1:8002, separated by commas");
    refuses(
        () -> environment("URLS", "http://a:1/path").urls("URLS", ""),
        "URLS is 'http://a:1/path': give URLs like http://127.0.0.1:8002, separated by commas");
    refuses(
        () -> Tokens.from(Environment.of(Map.of())),
        "JWT_SECRET is not set: give a secret of at least 32 bytes");
    refuses(
        () -> DatabaseSettings.from(environment("DATABASE_URL", "postgres://localhost/db")),
        "DATABASE_URL is 'postgres://localhost/db': give a URL like"
            + " jdbc:postgresql://127.0.0.1:5435/tasktracker_db");
  }

  @Test
  void keepsASecretThatIsTooShortToItself() {
    refuses(
        () -> Tokens.from(environment("JWT_SECRET", "geheim")),
        "JWT_SECRET has 6 bytes: give a secret of at least 32 bytes");
  }

  private static void refuses(ThrowingCallable reading, String message) {
    assertThatThrownBy(reading).isInstanceOf(SettingException.class).hasMessage(message);
  }

  private static Duration duration(String value) {
    return environment("WAIT", value).duration("WAIT", Duration.ofSeconds(7));
  }

  private static Environment environment(String... pairs) {
    Map<String, String> variables = new HashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      variables.put(pairs[i], pairs[i + 1]);
    }
    return Environment.of(variables);
  }
}
