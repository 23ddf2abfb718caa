package tasktracker.load.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tasktracker.load.http.ScriptedServer.Script;
import tasktracker.load.recording.Outcome;

/** A server that ends connections without a word, and what becomes of requests then. */
@Timeout(60)
class ClosingServerTest {
  private static final HttpSettings SETTINGS =
      HttpSettings.DEFAULT.withTimeouts(Duration.ofSeconds(10), Duration.ofSeconds(10));

  private final RecordedRequests log = new RecordedRequests();

  @Test
  void replacesAConnectionThatWasClosedRightAfterItsResponse() throws Exception {
    SynchronousQueue<Socket> closed = new SynchronousQueue<>();
    Script script =
        e -> {
          e.ok("");
          e.socket().close();
          closed.put(e.socket());
        };
    try (ScriptedServer server = new ScriptedServer(script)) {
      ((Use)
              session -> {
                for (int i = 0; i < 20; i++) {
                  session.get("/").send();
                  closed.take();
                }
                return null;
              })
          .of(server.uri(), SETTINGS, log);

      assertThat(log.entries).extracting(e -> e.result().outcome()).containsOnly(Outcome.SUCCESS);
      assertThat(log.reconnects).isEqualTo(19);
      assertThat(server.requests()).hasSize(20);
    }
  }

  @Test
  void countsNoFailureWhereTheServerClosesWhileTheNextRequestIsSent() throws Exception {
    Script script =
        e -> {
          e.ok("");
          e.socket().close();
        };
    try (ScriptedServer server = new ScriptedServer(script)) {
      ((Use)
              session -> {
                for (int i = 0; i < 2_000; i++) {
                  session.post("/").json("{\"title\":\"once\"}").send();
                }
                return null;
              })
          .of(server.uri(), SETTINGS, log);

      assertThat(log.entries).extracting(e -> e.result().outcome()).containsOnly(Outcome.SUCCESS);
      assertThat(log.reconnects).isEqualTo(1_999);
      assertThat(server.requests()).hasSize(2_000);
    }
  }

  @Test
  void neverSendsARequestAgainThatTheServerReadBeforeItClosed() throws Exception {
    AtomicInteger count = new AtomicInteger();
    Script script =
        e -> {
          if (count.incrementAndGet() % 2 == 1) {
            e.ok("");
          } else {
            e.socket().close();
          }
        };
    try (ScriptedServer server = new ScriptedServer(script)) {
      ((Use)
              session -> {
                for (int i = 0; i < 40; i++) {
                  session.post("/").json("{}").send();
                }
                return null;
              })
          .of(server.uri(), SETTINGS, log);

      assertThat(server.requests()).hasSize(40);
      assertThat(log.entries)
          .extracting(e -> e.result().outcome())
          .filteredOn(outcome -> outcome == Outcome.CONNECTION_RESET)
          .hasSize(20);
      assertThat(log.reconnects).isZero();
    }
  }

  @Test
  void neverSendsARequestAgainThatTheServerLeftUnread() throws Exception {
    AtomicInteger count = new AtomicInteger();
    Script script =
        e -> {
          if (count.incrementAndGet() == 1) {
            e.ok("");
          } else {
            e.closeWithReset();
          }
        };
    try (ScriptedServer server = new ScriptedServer(script)) {
      ((Use)
              session -> {
                session.get("/").send();
                return session.get("/").send();
              })
          .of(server.uri(), SETTINGS, log);

      assertThat(server.requests()).hasSize(2);
      assertThat(log.last().result().outcome()).isEqualTo(Outcome.CONNECTION_RESET);
      assertThat(log.reconnects).isZero();
    }
  }

  @Test
  void countsAnAnswerThatComesBeforeTheBodyIsRead() throws Exception {
    String refusal = "HTTP/1.1 413 Content Too Large\r\nContent-Length: 2\r\n\r\nno";
    try (UnreadingServer server = new UnreadingServer(refusal, true)) {
      for (int size : new int[] {10_000, 1_000_000, 20_000_000}) {
        ((Use) session -> session.post("/").body(new byte[size], "text/plain").send())
            .of(server.uri(), SETTINGS, log);

        assertThat(log.last().result().message()).startsWith("HTTPError('413 ");
        assertThat(log.last().result().example()).isEqualTo("no");
      }
    }
  }

  @Test
  void doesNotWaitForAServerThatAnswersAndReadsNoMore() throws Exception {
    String refusal = "HTTP/1.1 413 Content Too Large\r\nContent-Length: 2\r\n\r\nno";
    try (UnreadingServer server = new UnreadingServer(refusal, false)) {
      ((Use)
              session -> {
                for (int i = 0; i < 3; i++) {
                  session.post("/").body(new byte[20_000_000], "text/plain").send();
                }
                return null;
              })
          .of(server.uri(), SETTINGS, log);

      assertThat(log.entries)
          .extracting(e -> e.result().outcome())
          .containsOnly(Outcome.HTTP_ERROR);
      assertThat(server.connections()).isEqualTo(3);
    }
  }

  @Test
  void sendsALongBodyWhole() throws Exception {
    String body = "0123456789".repeat(300_000);
    try (ScriptedServer server = new ScriptedServer(e -> e.ok(e.body()))) {
      ((Use)
              session -> {
                for (int i = 0; i < 3; i++) {
                  assertThat(session.post("/").json(body).send().text()).isEqualTo(body);
                }
                return null;
              })
          .of(server.uri(), SETTINGS, log);

      assertThat(server.connections()).isEqualTo(1);
    }
  }
}
