package tasktracker.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tasktracker.stack.fault.Breakable;

/** What is broken in one architecture, and what in the other to compare it with. */
class CounterpartTest {
  private static final Architecture MONOLITH = ArchitectureCatalog.find("monolith");
  private static final Architecture MICROSERVICES = ArchitectureCatalog.find("microservices");

  @ParameterizedTest
  @CsvSource({
    "tasktracker_api_gateway, tasktracker_app",
    "tasktracker_user_service, tasktracker_app",
    "tasktracker_task_service, tasktracker_app",
    "tasktracker_stats_service, tasktracker_app",
    "tasktracker_user_db, tasktracker_db",
    "tasktracker_task_db, tasktracker_db"
  })
  void everythingOfTheMicroservicesHasOneInTheMonolith(String member, String counterpart) {
    assertThat(MONOLITH.counterpart(MICROSERVICES, member)).contains(counterpart);
  }

  @ParameterizedTest
  @CsvSource({"tasktracker_app, tasktracker_task_service", "tasktracker_db, tasktracker_task_db"})
  void thatOfTheMonolithIsWhatDoesItsForemostWork(String member, String counterpart) {
    assertThat(MICROSERVICES.counterpart(MONOLITH, member)).contains(counterpart);
  }

  @Test
  void isTheMemberItselfInItsOwnArchitecture() {
    assertThat(MICROSERVICES.counterpart(MICROSERVICES, "tasktracker_user_db"))
        .contains("tasktracker_user_db");
    assertThat(MICROSERVICES.counterpart(MICROSERVICES, "nothing")).isEmpty();
  }

  @Test
  void everyMemberCanBeBrokenInEveryInstanceAndAtEveryLink() {
    assertThat(MICROSERVICES.breakables(2).members())
        .contains(
            new Breakable(
                "tasktracker_api_gateway",
                List.of("tasktracker_api_gateway"),
                List.of(Breakable.USERS)),
            new Breakable(
                "tasktracker_task_service",
                List.of("tasktracker_task_service", "tasktracker_task_service_2"),
                List.of("tasktracker_api_gateway", "tasktracker_stats_service")),
            new Breakable(
                "tasktracker_task_db",
                List.of("tasktracker_task_db"),
                List.of("tasktracker_task_service")));
  }
}
