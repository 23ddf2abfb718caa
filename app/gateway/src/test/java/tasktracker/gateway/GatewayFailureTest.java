package tasktracker.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.EOFException;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tasktracker.gateway.RawClient.Response;
import tasktracker.service.Environment;
import tasktracker.service.SettingException;

class GatewayFailureTest extends GatewayFixture {

  @Test
  void isHealthyWhateverItsServicesAre() throws IOException {
    start(ScriptedServer.alwaysAnswering(OK));
    tasks.close();
    Response health = client.call("GET", "/health");
    assertThat(health.status()).isEqualTo(200);
    assertThat(health.body()).isEqualTo("{\"status\":\"healthy\",\"service\":\"api-gateway\"}");
    assertThat(client.call("GET", "/").body()).contains("\"status\":\"running\"");
  }

  @Test
  void answers503WhereNobodyListens() throws IOException {
    start(ScriptedServer.alwaysAnswering(OK));
    tasks.close();
    Response response = client.call("GET", TASKS);
    assertProblem(response, 503, "task-service cannot be reached now");
    assertThat(response.header("X-Request-Id")).hasSize(1);
    assertThat(client.call("GET", TASKS).status()).isEqualTo(503);
  }

  @Test
  void answers504WhenTheServiceIsTooSlow() throws IOException {
    start(
        peer -> {
          while (peer.readRequest()) {
            // Reads on and never answers.
          }
        },
        Map.of("RESPONSE_TIMEOUT", "200ms"));
    assertProblem(client.call("GET", TASKS), 504, "task-service took too long to answer");
    assertThat(tasks.requests()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "garbage\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Le",
        "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nshort"
      })
  void answers502WhenTheServiceBreaksOffAndAsksNobodyAgain(String answer) throws IOException {
    start(peer -> {
      peer.readRequest();
      peer.write(answer);
    });
    assertProblem(client.call("GET", TASKS), 502, "task-service broke off without an answer");
    assertThat(tasks.requests()).hasSize(1);
    assertThat(client.call("GET", "/health").status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\nshort",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nshort\r\n"
      })
  void cutsTheResponseWhenTheServiceBreaksOffInTheMiddle(String begun) throws IOException {
    start(peer -> {
      peer.readRequest();
      peer.write(begun);
    });
    assertThatThrownBy(() -> client.call("GET", TASKS)).isInstanceOf(EOFException.class);
  }

  @Test
  void passesOnARefusalThatComesBeforeTheWholeBodyWasSent() throws IOException {
    start(peer -> {
      peer.readHead();
      peer.write(
          "HTTP/1.1 413 Content Too Large\r\nConnection: close\r\nContent-Length: 3\r\n\r\nbig");
    });
    int size = 8 << 20;
    client.send("POST", TASKS, "Content-Length: " + size);
    client.write("y".repeat(size));
    Response response = client.read();
    assertThat(response.status()).isEqualTo(413);
    assertThat(response.body()).isEqualTo("big");
    assertThat(client.call("GET", "/health").status()).isEqualTo(200);
  }

  @Test
  void neverLetsTheBrokenOffBodyOfAClientLookComplete() throws IOException, InterruptedException {
    start(ScriptedServer.alwaysAnswering(OK));
    client.send("POST", TASKS, "Content-Length: 200000");
    client.write("y".repeat(100_000));
    client.close();
    Await.until(() -> !tasks.requests().isEmpty());
    assertThat(tasks.requests().getFirst()).startsWith("POST").contains("Content-Length: 200000");
    assertThat(tasks.requests().getFirst().length()).isLessThan(200_000);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Transfer-Encoding: chunked\r\n\r\n5\r\nhello\r\nzz\r\n",
        "Transfer-Encoding: chunked\r\n\r\n5\r\nhelloX\r\n0\r\n\r\n",
        "Transfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\n0\r\n\r\n",
        "Content-Length: 5\r\nContent-Length: 6\r\n\r\nhello!",
        "X: \0\r\n\r\n"
      })
  void passesOnNothingOfARequestWhoseFramingIsWrong(String rest) throws IOException {
    start(ScriptedServer.alwaysAnswering(OK));
    client.write("POST " + TASKS + " HTTP/1.1\r\nHost: a\r\n" + rest);
    assertThat(client.read().status()).isEqualTo(400);
    assertThatThrownBy(() -> client.call("GET", TASKS)).isInstanceOf(IOException.class);
    assertThat(tasks.requests()).isEmpty();
  }

  @Test
  void passesOnNothingOfAChunkedOrSmallBodyThatBreaksOff() throws IOException {
    start(ScriptedServer.alwaysAnswering(OK));
    for (String begun :
        new String[] {
          "Transfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n", "Content-Length: 9\r\n\r\nx"
        }) {
      try (RawClient other = connect()) {
        other.write("POST " + TASKS + " HTTP/1.1\r\nHost: a\r\n" + begun);
        other.endOfRequests();
        assertThatThrownBy(other::read).isInstanceOf(EOFException.class);
      }
    }
    assertThat(tasks.requests()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"nonsense", "https://127.0.0.1:1", "http://127.0.0.1:1/path"})
  void refusesAnAddressThatIsNoBaseUrl(String url) {
    assertThatThrownBy(() -> Gateway.start(Environment.of(Map.of("TASK_SERVICE_URLS", url))))
        .isInstanceOf(SettingException.class)
        .hasMessageContaining("TASK_SERVICE_URLS")
        .hasMessageContaining("http://127.0.0.1:8002");
  }
}
