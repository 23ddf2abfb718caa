package tasktracker.load.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TargetUrlTest {
  @ParameterizedTest
  @CsvSource({
    "http://localhost:9000, http://localhost:9000",
    "http://localhost:9000/, http://localhost:9000/",
    "HTTPS://Shop, https://Shop",
    "http://task_service:8001/, http://task_service:8001/",
    "http://[::1]:8000, http://[::1]:8000",
    "http://127.0.0.1:, http://127.0.0.1",
  })
  void readsAHost(String text, String url) {
    assertThat(TargetUrl.ofHost(text)).hasToString(url);
    assertThat(TargetUrl.of(text)).hasToString(url);
  }

  @ParameterizedTest
  @CsvSource({
    "http://localhost/a?b=c, http://localhost/a?b=c",
    "http://localhost?b=c, http://localhost?b=c",
    "http://localhost/ä, http://localhost/%C3%A4",
    "http://localhost/a@b, http://localhost/a@b",
  })
  void readsAPathOnlyWhereOneIsAskedFor(String text, String url) {
    assertThat(TargetUrl.of(text)).hasToString(url);
    assertThatThrownBy(() -> TargetUrl.ofHost(text))
        .hasMessage(
            "leave out the path, the workload has its own; use a URL such as http://localhost:8000");
  }

  @ParameterizedTest
  @CsvSource({
    "x, the scheme must be http or https",
    "localhost:8000, the scheme must be http or https",
    "ftp://localhost, the scheme must be http or https",
    "http:/localhost, it names no host",
    "http:localhost, it names no host",
    "http://local host, Illegal character in authority",
    "http://localhost:0, the port must be from 1 to 65535",
    "http://localhost:65536, the port must be from 1 to 65535",
    "http://ann:s3cret@localhost, user and password are not taken from a URL",
    "http://localhost/#a, a fragment is never sent",
    "http://localhost/#, a fragment is never sent",
    "http://localhost/100%, Malformed escape pair",
  })
  void refusesTheSameOfAHostAndOfAPath(String text, String reason) {
    assertThatThrownBy(() -> TargetUrl.of(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(reason)
        .hasMessageEndingWith("; use a URL such as http://localhost:9000/path");
    assertThatThrownBy(() -> TargetUrl.ofHost(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(reason)
        .hasMessageEndingWith("; use a URL such as http://localhost:8000");
  }

  @Test
  void holdsNoPasswordInWhatItSays() {
    assertThatThrownBy(() -> TargetUrl.of("http://ann:s3 cret@localhost"))
        .hasNoCause()
        .message()
        .doesNotContain("cret");
  }
}
