package tasktracker.load.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class SendingTest {
  private static final byte[] HOST = HeaderLine.of("Host", "a");
  private static final byte[] TEXT = HeaderLine.of("Content-Type", "text/plain");
  private static final String LONG = "x".repeat(20_000);
  private static final String FIRST =
      "POST /first HTTP/1.1\r\nHost: a\r\nContent-Type: text/plain\r\nContent-Length: 20000\r\n";

  private final RequestBytes request = new RequestBytes();

  @Test
  void whatIsOnItsWayIsNotChangedByTheNextRequest() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    ByteArrayOutputStream received = new ByteArrayOutputStream();
    OutputStream waiting =
        new OutputStream() {
          @Override
          public void write(int one) {
            throw new UnsupportedOperationException();
          }

          @Override
          public void write(byte[] bytes, int from, int length) {
            awaitQuietly(begun);
            received.write(bytes, from, length);
          }
        };
    beginFirst();

    Sending sending = Sending.start(request.lend(), waiting);
    request.begin("GET", "/second", HOST);
    begun.countDown();

    while (!sending.isComplete(200)) {
      Thread.onSpinWait();
    }
    assertThat(received.toString(StandardCharsets.US_ASCII)).isEqualTo(FIRST + "\r\n" + LONG);
    ByteArrayOutputStream next = new ByteArrayOutputStream();
    request.write(next);
    assertThat(next.toString(StandardCharsets.US_ASCII))
        .isEqualTo("GET /second HTTP/1.1\r\nHost: a\r\n\r\n");
  }

  @Test
  void aRequestWhoseBodyWaitsCanBeSentAgain() throws Exception {
    beginFirst();
    request.expectContinue();

    for (int i = 0; i < 2; i++) {
      ByteArrayOutputStream sent = new ByteArrayOutputStream();
      request.writeHead(sent);
      request.write(sent);
      assertThat(sent.toString(StandardCharsets.US_ASCII))
          .isEqualTo(FIRST + "Expect: 100-continue\r\n\r\n" + LONG);
    }
  }

  private void beginFirst() {
    request.begin("POST", "/first", HOST);
    request.body(LONG.getBytes(StandardCharsets.US_ASCII), TEXT);
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
