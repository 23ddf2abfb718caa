package tasktracker.stack.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import tasktracker.load.LoadListener;
import tasktracker.load.LoadPlan;
import tasktracker.load.LoadResult;
import tasktracker.load.LoadTest;
import tasktracker.load.model.ClosedModel;
import tasktracker.load.model.ThinkTime;
import tasktracker.load.workload.Workload;
import tasktracker.stack.ArchitectureCatalog;
import tasktracker.stack.StackOptions;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The databases of the real application are emptied below its pools of connections. */
class DataResetIT {
  static final List<String> ARCHITECTURES = ArchitectureCatalog.BUILT_IN;

  @ParameterizedTest
  @FieldSource("ARCHITECTURES")
  void servicesGoOnAsIfTheyHadJustBeenDeployed(String name) throws Exception {
    try (RealStack stack = RealStack.up(ArchitectureCatalog.find(name), StackOptions.DEFAULTS)) {
      assertThat(stack.user().createTask()).isEqualTo(201);
      // Enough for every pool to be full and for statements to be prepared on the server.
      assertThat(failures(load(stack))).isEmpty();

      assertThat(stack.stack().resetData()).isTrue();

      assertThat(stack.user().get(RealStack.ME)).isIn(401, 404);
      try (ApiUser newcomer = ApiUser.registered(stack.stack().entry())) {
        assertThat(json(newcomer.body(RealStack.ME)).path("id").asLong()).isEqualTo(1);
        assertThat(json(newcomer.body(RealStack.TASKS)).path("tasks")).isEmpty();
        assertThat(newcomer.createTask()).isEqualTo(201);
        JsonNode tasks = json(newcomer.body(RealStack.TASKS)).path("tasks");
        assertThat(tasks).hasSize(1);
        assertThat(tasks.path(0).path("id").asLong()).isEqualTo(1);
        assertThat(newcomer.get(RealStack.STATISTICS)).isEqualTo(200);
      }
      LoadResult after = load(stack);
      assertThat(after.aggregated().requests()).isPositive();
      assertThat(failures(after)).isEmpty();
      assertThat(after.reconnects()).isZero();
    }
  }

  private static LoadResult load(RealStack stack) throws InterruptedException {
    LoadPlan plan =
        LoadPlan.of(
                stack.stack().entry(),
                Workload.all().getFirst().withWorkingSet(5).scenario(),
                new ClosedModel(24, 200, ThinkTime.NONE))
            .withWarmUp(Duration.ZERO)
            .withMeasurement(Duration.ofSeconds(2));
    return new LoadTest(plan).run(LoadListener.NONE);
  }

  private static List<?> failures(LoadResult load) {
    return load.recording().failures();
  }

  private static JsonNode json(String text) {
    return JsonMapper.shared().readTree(text);
  }
}
