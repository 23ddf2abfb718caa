package tasktracker.experiments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tasktracker.error.EnvironmentException;
import tasktracker.results.JsonFile;
import tasktracker.results.ResultsFolder;
import tasktracker.stack.Stack;
import tasktracker.stack.system.UrlSystem;
import tools.jackson.databind.JsonNode;

/** Searches that end before both edges are known. */
class CapacityExperimentTest {
  private static final CapacityPlan PLAN =
      new CapacityPlan("error_rate<50%", 20, 1000, 0.2, 1, Duration.ofMinutes(10));

  @TempDir private Path parent;
  private HttpServer server;
  private ResultsFolder folder;

  @BeforeEach
  void startServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext(
        "/",
        exchange -> {
          // Whatever else delays a request on this machine is little beside it.
          LockSupport.parkNanos(100_000_000);
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    server.start();
    folder = ResultsFolder.createAt(parent.resolve("capacity"));
  }

  @AfterEach
  void stopServer() {
    server.stop(0);
  }

  @Test
  void keepsTheBoundsThatItFoundBeforeItWasInterrupted() {
    CapacityExperiment.Outcome outcome = search(() -> Thread.currentThread().interrupt());

    assertThat(Thread.interrupted()).isFalse();
    assertThat(outcome.interrupted()).isTrue();
    assertThat(outcome.capacity().architectures())
        .singleElement()
        .satisfies(found -> {
          assertThat(found.met()).isEqualTo(20);
          assertThat(found.missed()).isNull();
          assertThat(found.limit()).isEqualTo("it was interrupted");
        });
    assertThat(written().path("met").asInt()).isEqualTo(20);
  }

  @Test
  void keepsTheBoundsThatItFoundBeforeAStackFailed() {
    assertThatThrownBy(() ->
            search(() -> {
              throw new EnvironmentException("the disk is full");
            }))
        .isInstanceOf(EnvironmentException.class);

    assertThat(written().path("limit").asString()).isEqualTo("the disk is full");
    assertThat(folder.read().runs()).hasSize(1);
  }

  private CapacityExperiment.Outcome search(Runnable afterTheFirstTrial) {
    URI url = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    SweepListener listener =
        new SweepTest.Events() {
          @Override
          public void deploymentStarted(String architecture, List<Integer> levels) {
            if (!levels.contains(PLAN.startRate())) {
              afterTheFirstTrial.run();
            }
          }
        };
    return new CapacityExperiment(
            SampleSettings.loading(url.toString(), WorkloadCatalog.OWN_REQUEST),
            PLAN,
            new Server(url),
            folder,
            listener)
        .run();
  }

  private JsonNode written() {
    return JsonFile.read(folder.path().resolve("capacity.json"), JsonNode.class)
        .path("architectures")
        .path(0);
  }

  private record Server(URI url) implements StackSource {
    @Override
    public void requireReady() {}

    @Override
    public Stack up(String architecture) {
      return new UrlSystem(architecture, url, UrlSystem.Check.NONE).up();
    }
  }
}
