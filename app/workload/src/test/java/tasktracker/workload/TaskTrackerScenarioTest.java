package tasktracker.workload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tasktracker.load.LoadListener;
import tasktracker.load.LoadPlan;
import tasktracker.load.LoadResult;
import tasktracker.load.LoadTest;
import tasktracker.load.http.ScriptedServer;
import tasktracker.load.http.ScriptedServer.Script;
import tasktracker.load.model.ClosedModel;
import tasktracker.load.model.ThinkTime;
import tasktracker.load.recording.EndpointStatistics;
import tasktracker.load.recording.Second;

@Timeout(120)
class TaskTrackerScenarioTest {
  private final InMemoryTaskTracker tracker = new InMemoryTaskTracker();

  @Test
  void loadsEveryEndpointByItsWeightWithoutAFailure() throws Exception {
    LoadResult result = run(tracker, 20, Duration.ofSeconds(3));

    assertThat(result.recording().failures()).isEmpty();
    assertThat(result.recording().errors()).isEmpty();
    Map<String, Double> shares = shares(result);
    assertThat(shares.keySet())
        .containsExactlyInAnyOrder(
            "GET [Auth] Get User Info",
            "GET [Stats] Get User Stats",
            "POST [Tasks] Create",
            "DELETE [Tasks] Delete",
            "GET [Tasks] Get Single",
            "GET [Tasks] List All",
            "GET [Tasks] List Filtered",
            "PATCH [Tasks] Mark Complete",
            "PATCH [Tasks] Mark Incomplete",
            "PUT [Tasks] Update");
    // 157 weighted tasks, and on average 17 deletes that follow a create.
    assertThat(shares.get("GET [Tasks] List All")).isCloseTo(70 / 174.0, within(0.03));
    assertThat(shares.get("GET [Tasks] List Filtered")).isCloseTo(21 / 174.0, within(0.03));
    assertThat(shares.get("POST [Tasks] Create")).isCloseTo(20 / 174.0, within(0.03));
    assertThat(shares.get("DELETE [Tasks] Delete")).isCloseTo(20 / 174.0, within(0.03));
    assertThat(shares.get("PUT [Tasks] Update")).isCloseTo(7 / 174.0, within(0.02));
  }

  @Test
  void answersStayTheSameSizeDuringTheMeasurement() throws Exception {
    LoadResult result = run(tracker, 20, Duration.ofSeconds(6));

    List<Second> seconds = result.recording().seconds();
    double first = meanContentSize(seconds.subList(0, 2));
    double last = meanContentSize(seconds.subList(4, 6));
    assertThat(last / first).isCloseTo(1.0, within(0.05));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 20})
  void everyUserKeepsAboutItsWorkingSet(int workingSet) throws Exception {
    LoadResult result = run(tracker, workingSet, Duration.ofSeconds(1));

    assertThat(result.recording().failures()).isEmpty();
    assertThat(tracker.accounts).hasSize(16);
    int least = workingSet == 1 ? 0 : workingSet / 2;
    assertThat(tracker.accounts.values())
        .extracting(InMemoryTaskTracker.Account::size)
        .allSatisfy(size -> assertThat(size).isBetween(least, workingSet + 1));
  }

  @Test
  void anotherRunMakesNewAccounts() throws Exception {
    run(tracker, 2, Duration.ofMillis(100));
    run(tracker, 2, Duration.ofMillis(100));

    assertThat(tracker.accounts).hasSize(32);
  }

  @Test
  void everyUserLogsInWhenItIsSpawned() throws Exception {
    try (ScriptedServer server = new ScriptedServer(tracker)) {
      new LoadTest(plan(server, 3, Duration.ofMillis(100))).run(LoadListener.NONE);

      assertThat(server.requests().stream().filter(r -> r.contains("/auth/login")))
          .as("once to seed the tasks, once when spawned")
          .hasSize(32);
    }
  }

  @Test
  void afterFailuresTheListPutsTheKnownTasksRight() throws Exception {
    AtomicInteger deletes = new AtomicInteger();
    Script refusesDeletes =
        e -> {
          if (e.requestLine().startsWith("DELETE") && deletes.incrementAndGet() % 2 == 0) {
            e.closeWithReset();
          } else {
            tracker.answer(e);
          }
        };

    LoadResult result = run(refusesDeletes, 5, Duration.ofSeconds(2));

    assertThat(result.recording().failures())
        .extracting(failures -> failures.endpoint().name())
        .containsOnly("[Tasks] Delete");
    assertThat(tracker.accounts.values())
        .extracting(InMemoryTaskTracker.Account::size)
        .allSatisfy(size -> assertThat(size).isBetween(1, 12));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 101})
  void refusesAWorkingSetThatDoesNotFitAPage(int workingSet) {
    assertThatThrownBy(() -> new TaskTrackerScenario(workingSet))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("working set must be from 1 to 100 tasks, not " + workingSet);
  }

  private static LoadResult run(Script script, int workingSet, Duration length) throws Exception {
    try (ScriptedServer server = new ScriptedServer(script)) {
      return new LoadTest(plan(server, workingSet, length)).run(LoadListener.NONE);
    }
  }

  private static LoadPlan plan(ScriptedServer server, int workingSet, Duration length) {
    return LoadPlan.of(
            server.uri(),
            new TaskTrackerScenario(workingSet),
            new ClosedModel(16, 1_000, ThinkTime.parse("1ms-3ms")))
        .withWarmUp(Duration.ofMillis(100))
        .withMeasurement(length);
  }

  private static Map<String, Double> shares(LoadResult result) {
    double all = result.aggregated().requests();
    return result.recording().endpoints().stream()
        .collect(
            Collectors.toMap(
                s -> s.endpoint().method() + " " + s.endpoint().name(), s -> s.requests() / all));
  }

  private static double meanContentSize(List<Second> seconds) {
    return seconds.stream()
        .map(Second::aggregated)
        .reduce(EndpointStatistics::plus)
        .orElseThrow()
        .meanContentSize();
  }
}
