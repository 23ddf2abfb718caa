package tasktracker.service.wire;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.HttpRouting;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Clients that take their time hold a connection only so long. */
@Timeout(30)
class SlowClientTest {

  private static final Duration SHORT = Duration.ofMillis(300);
  private static final WireLimits LIMITS = new WireLimits(SHORT, SHORT, SHORT, SHORT, SHORT);
  private static final int LARGE_BYTES = 64 * 1024 * 1024;

  private final CountDownLatch writerEnded = new CountDownLatch(1);
  private StrictHttp http;
  private WebServer server;

  @BeforeEach
  void start() {
    http = new StrictHttp(HeadLimits.OF_CLIENTS, LIMITS);
    server =
        WebServer.builder()
            .address(InetAddress.getLoopbackAddress())
            .port(0)
            .shutdownHook(false)
            .protocolsDiscoverServices(false)
            .addConnectionSelector(http)
            .routing(this::routes)
            .build()
            .start();
  }

  private void routes(HttpRouting.Builder routing) {
    routing
        .get("/", (request, response) -> response.send("ok"))
        .post("/", (request, response) -> response.send(request.content().as(byte[].class)))
        .get(
            "/large",
            (request, response) -> {
              try {
                response.send(new byte[LARGE_BYTES]);
              } finally {
                writerEnded.countDown();
              }
            });
  }

  @AfterEach
  void stop() {
    server.stop();
    http.close();
  }

  @Test
  void closesAConnectionThatSendsNoRequest() throws IOException {
    try (Socket socket = send("")) {
      assertThat(isClosed(socket)).isTrue();
    }
  }

  @Test
  void closesAConnectionWhoseHeadDoesNotEnd() throws IOException {
    try (Socket socket = send("GET / HTTP/1.1\r\nHost: a\r\nX: ")) {
      assertThat(isClosedWhileItTrickles(socket)).isTrue();
    }
  }

  @Test
  void closesAConnectionWhoseBodyDoesNotEnd() throws IOException {
    String head = "POST / HTTP/1.1\r\nHost: a\r\n";
    try (Socket socket = send(head + "Content-Length: 1000000\r\n\r\n")) {
      assertThat(isClosedWhileItTrickles(socket)).isTrue();
    }
    try (Socket socket = send(head + "Transfer-Encoding: chunked\r\n\r\n1000\r\n")) {
      assertThat(isClosedWhileItTrickles(socket)).isTrue();
    }
  }

  @Test
  void givesUpAnAnswerThatNobodyReads() throws Exception {
    try (Socket socket = send("GET /large HTTP/1.1\r\nHost: a\r\n\r\n")) {
      writerEnded.await();
      assertThat(socket.isConnected()).isTrue();
    }
  }

  @Test
  void keepsAConnectionThatRestsBetweenTwoRequests() throws Exception {
    String request = "GET / HTTP/1.1\r\nHost: a\r\n\r\n";
    try (Socket socket = send(request)) {
      assertThat(socket.getInputStream().read()).isEqualTo('H');
      socket.setSoTimeout((int) SHORT.multipliedBy(4).toMillis());
      assertThat(isClosed(socket)).isFalse();
      socket.getOutputStream().write(request.getBytes(US_ASCII));
      assertThat(socket.getInputStream().read()).isEqualTo('H');
    }
  }

  private Socket send(String bytes) throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port());
    socket.getOutputStream().write(bytes.getBytes(US_ASCII));
    return socket;
  }

  /** Sends a byte now and then, as a client does that wants to be taken for a slow one. */
  private static boolean isClosedWhileItTrickles(Socket socket) throws IOException {
    socket.setSoTimeout(20);
    while (true) {
      try {
        socket.getOutputStream().write('x');
        return socket.getInputStream().read() < 0;
      } catch (SocketTimeoutException e) {
        // Open still.
      } catch (SocketException e) {
        return true;
      }
    }
  }

  /** Reads until the server closes or the read times out. */
  private static boolean isClosed(Socket socket) throws IOException {
    try {
      socket.getInputStream().readAllBytes();
      return true;
    } catch (SocketTimeoutException e) {
      return false;
    }
  }
}
