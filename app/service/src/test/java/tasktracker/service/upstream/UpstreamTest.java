package tasktracker.service.upstream;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;

class UpstreamTest extends UpstreamFixture {

  @Test
  void sendsMethodTargetHeadersAndBodyAsTheyAre() throws IOException {
    try (ScriptedServer server = ScriptedServer.answering(OK)) {
      upstream = to(server);
      String text =
          text(
              new UpstreamRequest("PUT", "/a%2Fb//c?q=%20x&q=&?")
                  .header("X-One", "1")
                  .header("X-One", "2")
                  .body("söme".getBytes(UTF_8)));
      assertThat(text).isEqualTo("ok");
      assertThat(server.requests())
          .singleElement()
          .asString()
          .startsWith("PUT /a%2Fb//c?q=%20x&q=&? HTTP/1.1\r\n")
          .contains("\r\nX-One: 1\r\nX-One: 2\r\n")
          .contains("\r\nHost: 127.0.0.1:" + server.port() + "\r\n")
          .contains("\r\nContent-Length: 5\r\n");
    }
  }

  @Test
  void sendsABodyOfUnknownLengthInChunks() throws IOException {
    try (ScriptedServer server = ScriptedServer.answering(OK)) {
      upstream = to(server);
      InputStream body = new ByteArrayInputStream("chunky".getBytes(UTF_8));
      assertThat(text(new UpstreamRequest("POST", "/").chunkedBody(body))).isEqualTo("ok");
      assertThat(server.requests().getFirst()).endsWith("\r\n\r\n6\r\nchunky\r\n0\r\n\r\n");
    }
  }

  @Test
  void readsAChunkedBody() throws IOException {
    String chunked =
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n";
    try (ScriptedServer server = ScriptedServer.answering(chunked)) {
      upstream = to(server);
      assertThat(text(get())).isEqualTo("abcde");
      assertThat(text(get())).isEqualTo("abcde");
      assertThat(server.connections()).isEqualTo(1);
    }
  }

  @Test
  void readsABodyThatEndsWithTheConnection() throws IOException {
    String response = "HTTP/1.1 200 OK\r\nConnection: close\r\n\r\nuntil the end";
    try (ScriptedServer server = answeringOnce(response)) {
      upstream = to(server);
      assertThat(text(get())).isEqualTo("until the end");
      assertThatNothingIsHeld();
    }
  }

  @Test
  void handsOutAResponseThatComesBeforeTheWholeBodyWasSent() throws IOException {
    assertThatRefusalIsHandedOut(post(new byte[32 << 20]));
  }

  @Test
  void handsOutAResponseThatComesBeforeTheLastChunkWasSent() throws IOException {
    InputStream body = new ByteArrayInputStream(new byte[32 << 20]);
    assertThatRefusalIsHandedOut(new UpstreamRequest("POST", "/").chunkedBody(body));
  }

  private void assertThatRefusalIsHandedOut(UpstreamRequest request) throws IOException {
    try (ScriptedServer server =
        new ScriptedServer(peer -> {
          peer.readHead();
          peer.write("HTTP/1.1 413 Too Large\r\nContent-Length: 3\r\n\r\nbig");
        })) {
      upstream = to(server);
      try (UpstreamResponse response = upstream.send(request)) {
        assertThat(response.status()).isEqualTo(413);
        assertThat(response.body().readAllBytes()).hasSize(3);
      }
      assertThatNothingIsHeld();
    }
  }
}
