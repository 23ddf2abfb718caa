package tasktracker.experiments.failure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tasktracker.error.UsageException;
import tasktracker.stack.ArchitectureCatalog;

class TargetsTest {
  private final Targets both = targets(1, "monolith", "microservices");

  @Test
  void findsTheCounterpartsOfServiceAndDatabase() {
    assertThat(both.of("tasktracker_task_service", "all"))
        .isEqualTo(
            Map.of("monolith", "tasktracker_app", "microservices", "tasktracker_task_service"));
    assertThat(both.of("tasktracker_task_db", "all"))
        .isEqualTo(Map.of("monolith", "tasktracker_db", "microservices", "tasktracker_task_db"));
  }

  @Test
  void findsTheCounterpartOfWhatOnlyTheOtherArchitectureHas() {
    assertThat(targets(1, "monolith").of("tasktracker_task_service", "all"))
        .isEqualTo(Map.of("monolith", "tasktracker_app"));
  }

  @Test
  void listsTheServicesWhenThereIsNoSuch() {
    assertThatThrownBy(() -> both.of("task_service", "all"))
        .isInstanceOf(UsageException.class)
        .hasMessageStartingWith("--target-service task_service: there is no such")
        .hasMessageContainingAll(
            "tasktracker_app", "tasktracker_api_gateway", "tasktracker_user_db");
  }

  @Test
  void refusesAnInstanceThatIsNotThere() {
    assertThatThrownBy(() -> targets(2, "microservices").of("tasktracker_task_service", "3"))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("has 2 instances, not 3");
  }

  private static Targets targets(int replicas, String... names) {
    return new Targets(Stream.of(names).map(ArchitectureCatalog::find).toList(), replicas);
  }
}
