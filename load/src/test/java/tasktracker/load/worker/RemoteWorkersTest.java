package tasktracker.load.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tasktracker.load.LoadListener;
import tasktracker.load.LoadPlan;
import tasktracker.load.LoadResult;
import tasktracker.load.LoadTest;
import tasktracker.load.Phase;
import tasktracker.load.http.ScriptedServer;
import tasktracker.load.model.Arrivals;
import tasktracker.load.model.ClosedModel;
import tasktracker.load.model.LoadModel;
import tasktracker.load.model.OpenModel;
import tasktracker.load.model.ThinkTime;
import tasktracker.load.watch.Validity;

/** Workers that listen on real sockets, against a real server. */
@Timeout(120)
class RemoteWorkersTest {
  private static final ClosedModel SIX_USERS = new ClosedModel(6, 100, ThinkTime.parse("5ms"));
  private static final ScenarioSource HOME =
      new ScenarioSource.Single("GET", "/", null, "text/plain");

  @TempDir private Path folder;

  private final List<WorkerServer> servers = new ArrayList<>();
  private final Queue<String> log = new ConcurrentLinkedQueue<>();
  private final CountDownLatch measuring = new CountDownLatch(1);
  private final ScriptedServer target = new ScriptedServer(exchange -> exchange.ok("hello"));
  private WorkerToken token;

  @BeforeEach
  void makeToken() throws IOException {
    token = newToken("worker.token");
  }

  @AfterEach
  void end() throws IOException {
    servers.forEach(WorkerServer::close);
    target.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 8})
  void theyOfferExactlyTheLoadOfOneAndLoseNoRequest(int count) throws Exception {
    OpenModel model = new OpenModel(Arrivals.parse("0/s for 1s, 200/s for 2s"), 400);
    LoadPlan plan = plan(model, Duration.ofSeconds(3));
    LoadResult alone = new LoadTest(plan).run(LoadListener.NONE);
    int before = target.requests().size();

    Workers workers = new Workers(LoadOrder.of(plan, HOME), plan, listening(count));
    LoadResult together = workers.run(LoadListener.NONE);

    assertThat(together.aggregated().requests()).isEqualTo(target.requests().size() - before);
    assertThat(together.aggregated().requests() + together.dropped())
        .isEqualTo(alone.aggregated().requests() + alone.dropped());
    assertThat(together.recording().seconds()).hasSize(3);
    assertThat(together.selfWatch().seconds()).hasSize(3);
    assertThat(together.breakages()).isEmpty();
    assertThat(workers.records())
        .hasSize(count)
        .allSatisfy(record -> {
          assertThat(record.before().ahead().abs()).isLessThan(Duration.ofMillis(50));
          assertThat(record.after()).isPresent();
          assertThat(record.before().roundTrip()).isPositive();
        });
    assertThat(WorkerRecord.startSpread(workers.records()).orElseThrow())
        .isLessThanOrEqualTo(Workers.LARGEST_START_SPREAD);
  }

  @Test
  void aWorkerIsThereForTheNextTest() throws Exception {
    WorkerPlaces places = listening(1);
    LoadPlan plan = plan(SIX_USERS, Duration.ofSeconds(1));

    for (int i = 0; i < 2; i++) {
      LoadResult result =
          new Workers(LoadOrder.of(plan, HOME), plan, places).run(LoadListener.NONE);
      assertThat(result.aggregated().requests()).isPositive();
    }
  }

  @Test
  void aBrokenConnectionMakesTheRunInvalidAndEndsTheOthers() throws Exception {
    try (TamperedLine line = new TamperedLine(start(token).port(), _ -> false)) {
      CompletableFuture<LoadResult> running = runWith(line);
      measuring.await();
      Thread.sleep(2_500);

      line.cut();

      LoadResult result = running.get(20, TimeUnit.SECONDS);
      assertThat(result.validity().verdict()).isEqualTo(Validity.INVALID);
      assertThat(result.breakages())
          .singleElement()
          .asString()
          .contains("a generator was lost: worker 127.0.0.1:")
          .containsPattern("in second [34] of the measurement");
      assertThat(result.recording().seconds().getFirst().users()).isEqualTo(6);
    }
  }

  @Test
  void silenceIsALoss() throws Exception {
    try (TamperedLine line = new TamperedLine(start(token).port(), _ -> false)) {
      CompletableFuture<LoadResult> running = runWith(line);
      measuring.await();

      line.goSilent();

      LoadResult result = running.get(40, TimeUnit.SECONDS);
      assertThat(result.breakages()).singleElement().asString().contains("said nothing for 10 s");
    }
  }

  @Test
  void aSecondThatDoesNotArriveIsALoss() throws Exception {
    try (TamperedLine line =
        new TamperedLine(
            start(token).port(),
            told -> told.contains("Measured") && told.contains("\"number\":1,"))) {
      LoadResult result = runWith(line, Duration.ofSeconds(6)).get(30, TimeUnit.SECONDS);

      assertThat(result.breakages())
          .singleElement()
          .asString()
          .contains("second 2 is missing in what it told");
    }
  }

  @Test
  void aWorkerWhoseCoordinatorGoesStopsItsLoad() throws Exception {
    try (TamperedLine line = new TamperedLine(start(token).port(), _ -> false)) {
      CompletableFuture<LoadResult> running = runWith(line);
      measuring.await();

      line.cut();
      running.get(20, TimeUnit.SECONDS);
      Thread.sleep(1_000);
      int soFar = target.requests().size();
      Thread.sleep(1_000);

      assertThat(target.requests()).hasSize(soFar);
      assertThat(target.openConnections()).isZero();
      assertThat(log).contains("Ready");
    }
  }

  @Test
  void whoDoesNotKnowTheTokenIsRefused() throws Exception {
    InetSocketAddress address = address(start(newToken("other.token")).port());

    assertThatThrownBy(() -> RemoteWorker.connect(address, token))
        .isInstanceOf(WorkerException.class)
        .hasMessage(
            "worker 127.0.0.1:%s cannot be used: it has another token"
                .formatted(address.getPort()));
    assertThat(log).containsExactly("Refused 127.0.0.1: the token is not known there");
  }

  @Test
  void aWorkerServesOneCoordinatorAtATime() throws Exception {
    InetSocketAddress address = address(start(token).port());
    try (WorkerConnection first = RemoteWorker.connect(address, token)) {
      assertThat(first.isLocal()).isFalse();
      assertThatThrownBy(() -> RemoteWorker.connect(address, token))
          .hasMessageEndingWith("cannot be used: it works for another coordinator");
    }
  }

  @Test
  void whatListensThereMayBeNoWorker() {
    InetSocketAddress web = address(target.uri().getPort());

    assertThatThrownBy(() -> RemoteWorker.connect(web, token))
        .hasMessageEndingWith("cannot be used: no answer for 5 s");
  }

  @Test
  void nobodyMayListenThere() throws Exception {
    int port;
    try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = closed.getLocalPort();
    }

    assertThatThrownBy(() -> RemoteWorker.connect(address(port), token))
        .hasMessageMatching("worker 127.0.0.1:\\d+ cannot be used: Connection refused");
  }

  @Test
  void strangersDoNotKeepAWorkerBusy() throws Exception {
    int port = start(token).port();
    List<Socket> strangers = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      strangers.add(new Socket(InetAddress.getLoopbackAddress(), port));
    }

    RemoteWorker.connect(address(port), token).close();

    for (Socket stranger : strangers) {
      stranger.close();
    }
  }

  @Test
  void aNewTokenIsReadableByItsOwnerAlone() throws Exception {
    Path file = folder.resolve("new.token");

    WorkerToken.create(file);

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(Files.readString(file)).hasSize(65);
    assertThatThrownBy(() -> WorkerToken.create(file)).isInstanceOf(IOException.class);
  }

  @Test
  void aShortTokenIsRefused() throws Exception {
    Path file = Files.writeString(folder.resolve("short.token"), "secret\n");

    assertThatThrownBy(() -> WorkerToken.read(file))
        .hasMessageEndingWith("short.token holds no token: at least 32 characters");
  }

  @ParameterizedTest
  @ValueSource(longs = {-5_000, -1, 0, 3, 5_000})
  void theOffsetOfAClockIsKnownToWithinHalfOfTheRoundTrip(long ahead) {
    Instant asked = Instant.parse("2026-11-24T10:15:00Z");
    Duration roundTrip = Duration.ofMillis(8);

    for (int onTheWay = 0; onTheWay <= 8; onTheWay++) {
      ClockReading reading = ClockReading.of(asked, roundTrip, asked.plusMillis(onTheWay + ahead));
      assertThat(reading.ahead().minusMillis(ahead).abs())
          .isLessThanOrEqualTo(roundTrip.dividedBy(2));
    }
  }

  private CompletableFuture<LoadResult> runWith(TamperedLine line) throws IOException {
    return runWith(line, Duration.ofMinutes(5));
  }

  private CompletableFuture<LoadResult> runWith(TamperedLine line, Duration length)
      throws IOException {
    LoadPlan plan = plan(SIX_USERS, length);
    WorkerPlaces places =
        new WorkerPlaces.Listening(List.of(line.address(), address(start(token).port())), token);
    Workers workers = new Workers(LoadOrder.of(plan, HOME), plan, places);
    LoadListener watch =
        new LoadListener() {
          @Override
          public void phaseStarted(Phase phase, Instant at) {
            if (phase == Phase.MEASUREMENT) {
              measuring.countDown();
            }
          }
        };
    return CompletableFuture.supplyAsync(() -> {
      try {
        return workers.run(watch);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    });
  }

  private LoadPlan plan(LoadModel model, Duration length) {
    return LoadPlan.of(target.uri(), HOME.open(), model)
        .withWarmUp(Duration.ofMillis(500))
        .withMeasurement(length);
  }

  private WorkerPlaces listening(int count) throws IOException {
    List<InetSocketAddress> addresses = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      addresses.add(address(start(token).port()));
    }
    return new WorkerPlaces.Listening(addresses, token);
  }

  private WorkerServer start(WorkerToken known) throws IOException {
    WorkerServer server =
        new WorkerServer(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), known, log::add);
    servers.add(server);
    Thread.ofPlatform().daemon().start(server::serve);
    return server;
  }

  private static InetSocketAddress address(int port) {
    return InetSocketAddress.createUnresolved("127.0.0.1", port);
  }

  private WorkerToken newToken(String name) throws IOException {
    Path file = folder.resolve(name);
    WorkerToken.create(file);
    return WorkerToken.read(file);
  }
}
