package tasktracker.stack.docker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tasktracker.experiments.Loaded;
import tasktracker.load.LoadResult;
import tasktracker.load.watch.Validity;
import tasktracker.stack.Architecture;
import tasktracker.stack.ArchitectureCatalog;
import tasktracker.stack.StackOptions;
import tasktracker.stack.embedded.Installation;

/** Containers of a real stack end while it is measured. */
class BrokenContainersIT {
  private static DockerStack stack;

  @BeforeAll
  static void bringUp() {
    DockerEngine.require();
    DockerRuntime runtime = new DockerRuntime(Installation.of(DockerEngine.CHECKOUT));
    Architecture architecture = ArchitectureCatalog.find("microservices");
    StackOptions options =
        StackOptions.DEFAULTS.withReplicas(3).withEnvironment(Map.of("BCRYPT_COST", "4"));
    runtime.requireReady(architecture, options);
    stack = runtime.up(architecture, options);
  }

  @AfterAll
  static void takeDown() {
    if (stack != null) {
      stack.close();
    }
  }

  /** One after the other: what was broken before a measurement is not said of it. */
  @Test
  void namesWhicheverOfManyContainersBroke() throws Exception {
    assertThat(Loaded.whileItHappens(stack, () -> {}).breakages()).isEmpty();

    assertInvalid(
        Loaded.whileItHappens(stack, () -> docker("kill", "tasktracker_user_service", 2)),
        "tasktracker_user_service_3 ended under load (killed, signal 9); its last lines: ");

    assertInvalid(
        Loaded.whileItHappens(stack, () -> docker("restart", "tasktracker_task_db", 0)),
        "tasktracker_task_db was started anew under load");

    assertInvalid(
        Loaded.whileItHappens(stack, () -> docker("kill", "tasktracker_api_gateway", 0)),
        "tasktracker_api_gateway ended under load (killed, signal 9)");
  }

  private static void assertInvalid(LoadResult load, String beginOfTheOnlyBreakage) {
    assertThat(load.validity().verdict()).isEqualTo(Validity.INVALID);
    assertThat(load.breakages())
        .singleElement()
        .satisfies(sentence -> assertThat(sentence).startsWith(beginOfTheOnlyBreakage));
  }

  private static void docker(String verb, String member, int index) {
    String id =
        Container.of(ComposeFolder.projectOf("microservices")).stream()
            .filter(container -> container.member().equals(member))
            .toList()
            .get(index)
            .id();
    assertThat(DockerEngine.succeeds(verb, id)).isTrue();
  }
}
