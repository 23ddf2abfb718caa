package tasktracker.stack.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tasktracker.stack.ArchitectureCatalog;
import tasktracker.stack.StackOptions;
import tasktracker.stack.embedded.ApiUser;
import tasktracker.stack.embedded.Installation;
import tasktracker.stack.resource.Usage;

/** Three replicas of every service behind the gateway, on a real engine. */
class DockerStackIT {
  private static final String TASKS = "tasktracker_task_service";
  private static final String ME = "/api/v1/auth/me";
  private static final Duration NOTICED_WITHIN = Duration.ofSeconds(5);

  private static DockerStack stack;

  @BeforeAll
  static void bringUp() {
    DockerEngine.require();
    DockerRuntime runtime = new DockerRuntime(Installation.of(DockerEngine.CHECKOUT));
    StackOptions options = StackOptions.DEFAULTS.withReplicas(3);
    runtime.requireReady(ArchitectureCatalog.find("microservices"), options);
    stack = runtime.up(ArchitectureCatalog.find("microservices"), options);
  }

  @AfterAll
  static void takeDown() {
    if (stack != null) {
      stack.close();
    }
  }

  @Test
  void sharesTheRequestsEvenlyAndFollowsReplicasAsTheyComeAndGo() throws Exception {
    assertThat(shares(6000).values())
        .hasSize(3)
        .allSatisfy(share -> assertThat(share).isCloseTo(1 / 3.0, within(0.03)));

    String second = DockerEngine.containers(TASKS).getFirst();
    assertThat(DockerEngine.succeeds("stop", second)).isTrue();
    Thread.sleep(NOTICED_WITHIN);
    assertThat(shares(1000).values())
        .filteredOn(share -> share > 0.01)
        .hasSize(2)
        .allSatisfy(share -> assertThat(share).isCloseTo(0.5, within(0.1)));

    assertThat(DockerEngine.succeeds("start", second)).isTrue();
    awaitHealthy(second);
    Thread.sleep(NOTICED_WITHIN);
    assertThat(shares(2000).values())
        .hasSize(3)
        .allSatisfy(share -> assertThat(share).isCloseTo(1 / 3.0, within(0.07)));
  }

  @Test
  void deletesWhatWasStoredWhileTheServicesGoOn() throws Exception {
    try (ApiUser user = ApiUser.registered(stack.entry())) {
      assertThat(user.get(ME)).isEqualTo(200);

      assertThat(stack.resetData()).isTrue();

      assertThat(user.get(ME)).isIn(401, 404);
    }
    try (ApiUser newcomer = ApiUser.registered(stack.entry())) {
      assertThat(newcomer.get(ME)).isEqualTo(200);
    }
  }

  /** Counters only grow, so the engine's must lie between two readings of the files. */
  @Test
  void readsTheSameCountersAsTheEngine() throws IOException {
    EngineApi engine = EngineApi.ofCurrentContext().orElseThrow();
    for (Container container : running()) {
      ContainerUsage files = ContainerUsage.of(List.of(container), Optional.empty());
      Usage before = files.read().get(container.instance());
      Usage asked = EngineStatistics.parse(engine.statistics(container.id()));
      Usage after = files.read().get(container.instance());

      assertThat(asked.cpu()).isBetween(before.cpu(), after.cpu());
      assertThat(asked.received()).isBetween(before.received(), after.received());
      assertThat(asked.sent()).isBetween(before.sent(), after.sent());
      assertThat(asked.memoryLimit()).isEqualTo(after.memoryLimit());
    }
  }

  /**
   * By the bytes that arrive at each replica: the requests are all alike. They must be many beside
   * what else arrives, such as the answers of the database to connections of a pool that fills up.
   */
  private static Map<String, Double> shares(int requests) throws IOException {
    Map<String, Long> before = received();
    for (int i = 0; i < requests; i++) {
      HttpURLConnection connection =
          (HttpURLConnection) URI.create(stack.entry() + "/api/v1/tasks/").toURL().openConnection();
      assertThat(connection.getResponseCode()).isEqualTo(401);
      connection.getErrorStream().readAllBytes();
    }
    Map<String, Long> arrived = received();
    arrived.replaceAll((name, bytes) -> Math.max(0, bytes - before.getOrDefault(name, bytes)));
    double all = arrived.values().stream().mapToLong(Long::longValue).sum();
    Map<String, Double> shares = new LinkedHashMap<>();
    arrived.forEach((name, bytes) -> shares.put(name, bytes / all));
    return shares;
  }

  private static Map<String, Long> received() {
    Map<String, Long> received = new LinkedHashMap<>();
    stack
        .usage()
        .orElseThrow()
        .read()
        .forEach((name, usage) -> {
          if (name.startsWith(TASKS)) {
            received.put(name, usage.received());
          }
        });
    return received;
  }

  private static void awaitHealthy(String id) throws InterruptedException {
    Health health = Health.of(ArchitectureCatalog.find("microservices"));
    while (running().stream().noneMatch(each -> each.id().equals(id) && health.isGood(each))) {
      Thread.sleep(Duration.ofMillis(100));
    }
  }

  private static List<Container> running() {
    return Container.of("tasktracker-microservices").stream().filter(Container::running).toList();
  }
}
