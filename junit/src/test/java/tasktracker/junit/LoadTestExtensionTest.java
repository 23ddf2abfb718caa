package tasktracker.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;
import org.junit.platform.testkit.engine.Events;
import tasktracker.load.scenario.Session;

/** Load tests as others write them, of a real server that answers a path after 20 ms. */
class LoadTestExtensionTest {
  private static final int DELAY_MILLIS = 20;
  private static final int RETRIES = 4;

  private HttpServer server;

  @BeforeEach
  void serve() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext(
        "/",
        exchange -> {
          if (exchange.getRequestURI().getPath().equals("/slow")) {
            try {
              Thread.sleep(DELAY_MILLIS);
            } catch (InterruptedException e) {
              Thread.currentThread().interrupt();
            }
          }
          int status = exchange.getRequestURI().getPath().equals("/broken") ? 500 : 200;
          exchange.sendResponseHeaders(status, -1);
          exchange.close();
        });
    server.start();
    Samples.target = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void passesWhereTheObjectiveIsMetAndPublishesItsFigures() {
    Events events = run("keepsToItsObjective");

    events.assertStatistics(counts -> counts.started(1).succeeded(1));
    Map<String, String> figures =
        events
            .reportingEntryPublished()
            .map(event ->
                event.getRequiredPayload(org.junit.platform.engine.reporting.ReportEntry.class))
            .map(org.junit.platform.engine.reporting.ReportEntry::getKeyValuePairs)
            .findFirst()
            .orElseThrow();
    assertThat(figures).containsKeys("requests/s", "p50 ms", "p95 ms", "p99 ms", "errors %");
    assertThat(Double.parseDouble(figures.get("p50 ms"))).isGreaterThanOrEqualTo(DELAY_MILLIS);
  }

  @Test
  void failsWithTheFigureWhereABoundIsMissed() {
    assertThat(failure("missesItsObjective"))
        .isInstanceOf(AssertionError.class)
        .hasMessageStartingWith("p50 < 1 ms: 2");
  }

  @Test
  void judgesEndpointsByTheirNames() {
    assertThat(failure("missesTheObjectiveOfOneEndpoint"))
        .hasMessageStartingWith("Slow: p50 < 1 ms: 2")
        .hasMessageNotContaining("Quick");
  }

  @Test
  void failsWhereRequestsFailUnlessAnotherObjectiveIsSet() {
    assertThat(failure("asksABrokenEndpoint")).hasMessage("error_rate < 1 %: 100 %");
  }

  @Test
  void failsWhereTheMethodThrows() {
    assertThat(failure("throwsAnAssertion")).hasMessageContaining("expected: 1");
  }

  @Test
  void offersArrivalsInAnOpenModel() {
    run("offersArrivals").assertStatistics(counts -> counts.succeeded(1));
  }

  @Test
  void saysWhatIsWrongWithASettingBeforeAnythingIsAsked() {
    assertThat(failure("hasAnObjectiveThatIsNone"))
        .hasMessageContaining("Samples.hasAnObjectiveThatIsNone", "'fast' is no bound");
    assertThat(failure("hasARateBelowZero")).hasMessageContaining("rate = -5.0: use arrivals");
    assertThat(failure("takesNoSession")).hasMessageContaining("takes one parameter, the Session");
  }

  @Test
  void takesTheTargetOfTheEnclosingClass() {
    EngineTestKit.engine("junit-jupiter")
        .selectors(selectMethod(Samples.Inner.class, "asksTheSameTarget", Session.class.getName()))
        .execute()
        .testEvents()
        .assertStatistics(counts -> counts.started(1).failed(0));
  }

  @Test
  void showsFiguresWithoutExponentsAndNoMissAsAHit() {
    assertThat(FigureText.of(18_512.4)).isEqualTo("18512");
    assertThat(FigureText.of(0.0123456)).isEqualTo("0.0123");
  }

  private static Throwable failure(String method) {
    List<Event> failed = run(method).failed().list();
    assertThat(failed).hasSize(1);
    return failed
        .getFirst()
        .getRequiredPayload(TestExecutionResult.class)
        .getThrowable()
        .orElseThrow();
  }

  /** On a machine that is busy otherwise the generator may be late, which aborts the test. */
  private static Events run(String method) {
    Events events = runOnce(method);
    for (int i = 0; i < RETRIES && events.aborted().count() > 0; i++) {
      events = runOnce(method);
    }
    return events;
  }

  private static Events runOnce(String method) {
    String parameters = method.equals("takesNoSession") ? "" : Session.class.getName();
    return EngineTestKit.engine("junit-jupiter")
        .selectors(selectMethod(Samples.class, method, parameters))
        .execute()
        .testEvents();
  }

  /** Not found by its name; each method is run by a test above. */
  static class Samples {
    @LoadTarget static URI target;

    @LoadTest(users = 4, duration = "2s", warmUp = "500ms", slo = "p50<5s,error_rate<1%")
    void keepsToItsObjective(Session session) {
      session.get("/slow").expect(200).send();
    }

    @LoadTest(users = 4, duration = "1s", warmUp = "0", slo = "p50<1ms")
    void missesItsObjective(Session session) {
      session.get("/slow").send();
    }

    @LoadTest(users = 4, duration = "2s", warmUp = "0", slo = "Slow: p50<1ms; Quick: p50<20s")
    void missesTheObjectiveOfOneEndpoint(Session session) {
      session.get("/").named("Quick").send();
      session.get("/slow").named("Slow").send();
    }

    @LoadTest(users = 2, duration = "1s", warmUp = "0", thinkTime = "10ms")
    void asksABrokenEndpoint(Session session) {
      session.get("/broken").send();
    }

    @LoadTest(users = 2, duration = "1s", warmUp = "0", thinkTime = "10ms")
    void throwsAnAssertion(Session session) {
      assertThat(session.get("/").send().status()).isEqualTo(1);
    }

    @LoadTest(users = 20, rate = 50, duration = "2s", warmUp = "0", slo = "error_rate<1%")
    void offersArrivals(Session session) {
      session.get("/slow").send();
    }

    @LoadTest(rate = -5)
    void hasARateBelowZero(Session session) {
      session.get("/").send();
    }

    @LoadTest(slo = "fast")
    void hasAnObjectiveThatIsNone(Session session) {
      session.get("/").send();
    }

    @LoadTest
    void takesNoSession() {}

    /** Where tests are grouped. */
    @Nested
    class Inner {
      @LoadTest(users = 1, duration = "1s", warmUp = "0", thinkTime = "10ms")
      void asksTheSameTarget(Session session) {
        session.get("/").expect(200).send();
      }
    }
  }
}
