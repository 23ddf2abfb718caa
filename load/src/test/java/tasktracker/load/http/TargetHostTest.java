package tasktracker.load.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TargetHostTest {
  @ParameterizedTest
  @CsvSource({
    "http://localhost, localhost, 80, localhost, false",
    "HTTP://localhost:9000/a, localhost, 9000, localhost:9000, false",
    "Https://shop, shop, 443, shop, true",
    "http://user_service_1:8001, user_service_1, 8001, user_service_1:8001, false",
    "http://[::1]:8000, ::1, 8000, [::1]:8000, false",
    "https://[2001:db8::1], 2001:db8::1, 443, [2001:db8::1], true",
    "http://127.0.0.1:, 127.0.0.1, 80, 127.0.0.1, false",
  })
  void readsTheHostOfAUrl(String url, String name, int port, String authority, boolean secure) {
    assertThat(TargetHost.of(URI.create(url)))
        .isEqualTo(new TargetHost(name, port, authority, secure));
  }

  @ParameterizedTest
  @CsvSource({
    "ftp://localhost, the scheme must be http or https",
    "localhost, the scheme must be http or https",
    "http:/localhost, it names no host",
    "http://localhost:0, the port must be from 1 to 65535",
    "http://localhost:65536, the port must be from 1 to 65535",
    "http://localhost:port, it names no host",
  })
  void saysWhatIsWrongWithAUrl(String url, String message) {
    assertThatThrownBy(() -> TargetHost.of(URI.create(url))).hasMessage(message);
  }

  @ParameterizedTest
  @CsvSource({"http://ann:s3cret@localhost", "http://ann:s3cret@my_host:8000"})
  void neverRepeatsAPassword(String url) {
    assertThatThrownBy(() -> TargetHost.of(URI.create(url)))
        .message()
        .contains("Authorization")
        .doesNotContain("s3cret");
    assertThat(TargetHost.withoutUser(url)).startsWith("http://***@").doesNotContain("s3cret");
  }

  @Test
  void leavesAloneWhatOnlyLooksLikeAUser() {
    assertThat(TargetHost.withoutUser("http://localhost/a@b?c=d@e"))
        .isEqualTo("http://localhost/a@b?c=d@e");
  }
}
