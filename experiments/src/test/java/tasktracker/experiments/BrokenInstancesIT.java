package tasktracker.experiments;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tasktracker.load.LoadResult;
import tasktracker.load.watch.Validity;
import tasktracker.load.workload.Workload;
import tasktracker.stack.ArchitectureCatalog;
import tasktracker.stack.Stack;
import tasktracker.stack.StackOptions;
import tasktracker.stack.embedded.EmbeddedRuntime;
import tasktracker.stack.embedded.Installation;

/** Processes of a real stack end while it is measured. */
class BrokenInstancesIT {

  @Test
  void namesTheServiceThatWasKilledAndItsLastLines() throws Exception {
    try (Stack stack = up("monolith", 1)) {
      LoadResult load = Loaded.whileItHappens(stack, () -> Loaded.kill(stack, "tasktracker_app"));

      assertThat(load.validity().verdict()).isEqualTo(Validity.INVALID);
      assertThat(load.validity().reasons().getFirst())
          .startsWith("tasktracker_app ended under load (killed, signal 9); its last lines: ");
    }
  }

  @Test
  void namesTheDatabaseThatWasKilled() throws Exception {
    try (Stack stack = up("monolith", 1)) {
      LoadResult load = Loaded.whileItHappens(stack, () -> Loaded.kill(stack, "tasktracker_db"));

      assertInvalid(load, "tasktracker_db ended under load (killed, signal 9)");
    }
  }

  /** One after the other: what was broken before a measurement is not said of it. */
  @Test
  void namesWhicheverOfManyInstancesBroke() throws Exception {
    try (Stack stack = up("microservices", 2)) {
      assertThat(Loaded.whileItHappens(stack, () -> {}).breakages()).isEmpty();

      assertInvalid(
          Loaded.whileItHappens(stack, () -> Loaded.kill(stack, "tasktracker_task_service_2")),
          "tasktracker_task_service_2 ended under load (killed, signal 9)");

      LoadResult load =
          Loaded.whileItHappens(
              stack,
              () -> {
                killSession(stack, "tasktracker_task_db");
                Loaded.kill(stack, "tasktracker_api_gateway");
              });
      assertThat(load.breakages())
          .hasSize(2)
          .anySatisfy(sentence ->
              assertThat(sentence)
                  .startsWith("tasktracker_task_db lost a process under load and ended all"))
          .anySatisfy(sentence ->
              assertThat(sentence)
                  .startsWith("tasktracker_api_gateway ended under load (killed, signal 9)"));
    }
  }

  private static void assertInvalid(LoadResult load, String beginOfTheOnlyBreakage) {
    assertThat(load.validity().verdict()).isEqualTo(Validity.INVALID);
    assertThat(load.breakages())
        .singleElement()
        .satisfies(sentence -> assertThat(sentence).startsWith(beginOfTheOnlyBreakage));
  }

  /** The youngest process of a database server serves a client. */
  private static void killSession(Stack stack, String database) {
    Loaded.process(stack, database)
        .children()
        .max(Comparator.comparingLong(ProcessHandle::pid))
        .orElseThrow()
        .destroyForcibly();
  }

  private static Stack up(String architecture, int replicas) throws InterruptedException {
    Path module = Path.of(System.getProperty("basedir", "")).toAbsolutePath();
    Installation installation = Installation.of(module.getParent());
    StackSource.of(
            new EmbeddedRuntime(installation),
            List.of(ArchitectureCatalog.find(architecture)),
            StackOptions.DEFAULTS)
        .trainAll(Workload.all().getFirst().scenario(), _ -> {});
    StackOptions options =
        StackOptions.DEFAULTS
            .withReplicas(replicas)
            .withStartTimeout(Duration.ofMinutes(3))
            .withEnvironment(Map.of("BCRYPT_COST", String.valueOf(StackSource.BCRYPT_COST)));
    return new EmbeddedRuntime(installation).up(ArchitectureCatalog.find(architecture), options);
  }
}
