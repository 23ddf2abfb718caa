package tasktracker.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.helidon.http.Method;
import java.net.ConnectException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tasktracker.service.wire.HeadLimits;

@Timeout(30)
class ServerTest {

  private static final Identity IDENTITY = Identity.service("test-service");

  private final HttpClient client = HttpClient.newHttpClient();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  @AfterEach
  void closeClient() {
    client.shutdownNow();
    threads.shutdownNow();
  }

  @Test
  void finishesTheRequestInFlightWhenItStops() throws Exception {
    CountDownLatch arrived = new CountDownLatch(1);
    CountDownLatch released = new CountDownLatch(1);
    Server server = start(0, Duration.ofSeconds(10), waiting(arrived, released));
    URI url = URI.create(server.url());
    CompletableFuture<HttpResponse<String>> inFlight = get(url.resolve("/wait"));
    arrived.await();

    CompletableFuture<Void> stop = CompletableFuture.runAsync(server::close, threads);
    awaitRefusal(url);
    assertThat(inFlight).isNotDone();
    released.countDown();

    HttpResponse<String> response = inFlight.join();
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).isEqualTo("waited");
    assertThat(response.headers().firstValue("Connection")).hasValue("close");
    stop.join();
  }

  @Test
  void asksCallersToGoBeforeItRefusesThem() throws Exception {
    Server server = start(0, Duration.ofSeconds(10));
    URI url = URI.create(server.url());
    AtomicInteger asked = new AtomicInteger();
    List<CompletableFuture<Void>> callers =
        Stream.generate(
                () -> CompletableFuture.runAsync(() -> askUntilRefused(url, asked), threads))
            .limit(8)
            .toList();
    get(url).join();

    server.close();

    callers.forEach(CompletableFuture::join);
    assertThat(asked).hasPositiveValue();
  }

  private void askUntilRefused(URI url, AtomicInteger asked) {
    HttpResponse<String> answer = answer(url);
    while (answer != null) {
      answer.headers().firstValue("Connection").ifPresent(close -> asked.incrementAndGet());
      answer = answer(url);
    }
  }

  @Test
  void stopsWithoutARequestThatOutlastsTheGrace() throws Exception {
    CountDownLatch arrived = new CountDownLatch(1);
    Server server = start(0, Duration.ofMillis(100), waiting(arrived, new CountDownLatch(1)));
    CompletableFuture<HttpResponse<String>> inFlight =
        get(URI.create(server.url()).resolve("/wait"));
    arrived.await();

    server.close();

    assertThat(inFlight.handle((answer, failure) -> failure == null ? answer.statusCode() : 0))
        .succeedsWithin(Duration.ofSeconds(10))
        .isIn(0, 500);
  }

  @Test
  void isUnhealthyWhileStartingAndWithoutWhatItNeeds() throws Exception {
    int port = freePort();
    CountDownLatch ready = new CountDownLatch(1);
    AtomicInteger status = new AtomicInteger(1);
    Component component =
        new Component() {
          @Override
          public void prepare() {
            await(ready);
          }

          @Override
          public boolean isHealthy() {
            return status.get() == 1;
          }
        };
    CompletableFuture<Server> starting =
        CompletableFuture.supplyAsync(() -> start(port, Duration.ZERO, component), threads);
    URI url = URI.create("http://127.0.0.1:" + port);

    assertThat(awaitAnswer(url.resolve("/health")).statusCode()).isEqualTo(503);
    assertThat(get(url).join().statusCode()).isEqualTo(503);
    ready.countDown();

    try (Server server = starting.join()) {
      URI health = URI.create(server.url()).resolve("/health");
      assertThat(get(health).join().body())
          .isEqualTo("{\"status\":\"healthy\",\"service\":\"test-service\"}");
      status.set(0);
      assertThat(get(health).join().statusCode()).isEqualTo(503);
    }
  }

  @Test
  void closesEverythingWhenAComponentCannotGetReady() throws Exception {
    int port = freePort();
    AtomicInteger closed = new AtomicInteger();
    Component broken =
        new Component() {
          @Override
          public void prepare() {
            throw new IllegalStateException("broken");
          }

          @Override
          public void close() {
            closed.incrementAndGet();
          }
        };

    assertThatThrownBy(() -> start(port, Duration.ZERO, broken)).hasMessage("broken");

    assertThat(closed).hasValue(1);
    new ServerSocket(port).close();
  }

  @Test
  void saysWhichPortIsTaken() throws Exception {
    try (Server first = start(0, Duration.ZERO)) {
      assertThatThrownBy(() -> start(first.port(), Duration.ZERO))
          .isInstanceOf(SettingException.class)
          .hasMessageContaining("PORT is " + first.port());
    }
  }

  private static ServerSettings delayed(Duration delay, Optional<Duration> time) {
    return new ServerSettings(
        "127.0.0.1",
        0,
        false,
        false,
        Duration.ofSeconds(1),
        delay,
        time,
        List.of(),
        HeadLimits.OF_CLIENTS);
  }

  @Test
  void answersLaterByTheDelayThatWasAskedForButForHealth() {
    Duration delay = Duration.ofMillis(300);
    try (Server server = Server.start(IDENTITY, delayed(delay, Optional.empty()))) {
      URI root = URI.create(server.url() + "/");
      answer(root.resolve("/health"));
      assertThat(timeOf(root)).isGreaterThanOrEqualTo(delay);
      assertThat(timeOf(root.resolve("/health"))).isLessThan(delay);
    }
  }

  @Test
  void answersAtOnceWhenTheTimeOfTheDelayIsOver() {
    Duration delay = Duration.ofSeconds(30);
    try (Server server = Server.start(IDENTITY, delayed(delay, Optional.of(Duration.ZERO)))) {
      assertThat(timeOf(URI.create(server.url() + "/"))).isLessThan(delay);
    }
  }

  @Test
  void tellsPrometheusOfEveryRequestIfItIsAskedTo() {
    ServerSettings settings =
        ServerSettings.from(Environment.of(Map.of("METRICS", "on", "PORT", "0")), 0);
    try (Server server = Server.start(IDENTITY, settings)) {
      URI root = URI.create(server.url() + "/");
      answer(root);
      answer(root.resolve("/nowhere"));
      HttpResponse<String> metrics = answer(root.resolve("/metrics"));

      assertThat(metrics.headers().firstValue("Content-Type").orElse(""))
          .startsWith("text/plain; version=0.0.4");
      assertThat(metrics.body())
          .contains(
              "http_server_request_duration_seconds_count{http_request_method=\"GET\","
                  + "http_response_status_code=\"200\"} 1",
              "http_server_request_duration_seconds_count{http_request_method=\"GET\","
                  + "http_response_status_code=\"404\"} 1",
              "http_server_active_requests 0",
              "process_cpu_seconds_total",
              "jvm_memory_used_bytes");
    }
    try (Server server = start(0, Duration.ZERO)) {
      assertThat(answer(URI.create(server.url() + "/metrics")).statusCode()).isEqualTo(404);
    }
  }

  private Duration timeOf(URI uri) {
    long begun = System.nanoTime();
    assertThat(answer(uri).statusCode()).isEqualTo(200);
    return Duration.ofNanos(System.nanoTime() - begun);
  }

  private static Component waiting(CountDownLatch arrived, CountDownLatch released) {
    return new Component() {
      @Override
      public void addRoutes(Routes routes) {
        routes.add(
            Method.GET,
            "/wait",
            (request, response) -> {
              arrived.countDown();
              released.await();
              response.send("waited");
            });
      }
    };
  }

  private static Server start(int port, Duration grace, Component... components) {
    return Server.start(
        IDENTITY,
        new ServerSettings(
            "127.0.0.1",
            port,
            false,
            false,
            grace,
            Duration.ZERO,
            Optional.empty(),
            List.of(),
            HeadLimits.OF_CLIENTS),
        components);
  }

  private CompletableFuture<HttpResponse<String>> get(URI uri) {
    return client.sendAsync(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
  }

  /** Null when there is none. */
  private HttpResponse<String> answer(URI uri) {
    return get(uri).handle((response, failure) -> response).join();
  }

  private HttpResponse<String> awaitAnswer(URI uri) {
    while (true) {
      HttpResponse<String> answer = answer(uri);
      if (answer != null) {
        return answer;
      }
      Thread.onSpinWait();
    }
  }

  private void awaitRefusal(URI uri) {
    while (!(get(uri).handle((response, failure) -> failure).join() instanceof Exception e
        && e.getCause() instanceof ConnectException)) {
      Thread.onSpinWait();
    }
  }

  private static int freePort() throws Exception {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
