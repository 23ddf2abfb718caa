package tasktracker.stack.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tasktracker.stack.ArchitectureCatalog;
import tasktracker.stack.StackOptions;
import tasktracker.stack.fault.Fault;
import tasktracker.stack.fault.FaultTarget;
import tasktracker.stack.fault.Injection;
import tasktracker.stack.fault.Kill;
import tasktracker.stack.fault.Pause;
import tasktracker.stack.fault.Restart;
import tasktracker.stack.fault.StopStart;

/** What the application makes of faults. */
class ResilienceIT {
  private static final FaultTarget TASK_SERVICE = FaultTarget.of("tasktracker_task_service");
  private static final FaultTarget TASK_DB = FaultTarget.of("tasktracker_task_db");
  private static final Duration SHORT = Duration.ofMillis(100);
  private static final StopStart WHILE_LOOKED_AT = new StopStart(SHORT);

  private static RealStack stack;

  @BeforeAll
  static void bringUp() throws Exception {
    stack = RealStack.up(ArchitectureCatalog.find("microservices"), StackOptions.DEFAULTS);
  }

  @AfterAll
  static void takeDown() {
    stack.close();
  }

  @Test
  void whatDoesNotNeedTheTaskServiceGoesOnAndStatisticsAreNotMadeUp() throws Exception {
    assertThat(stack.user().createTask()).isEqualTo(201);
    String statistics = stack.user().body(RealStack.STATISTICS);

    stack.during(
        WHILE_LOOKED_AT,
        TASK_SERVICE,
        () -> {
          assertThat(stack.user().get(RealStack.ME)).isEqualTo(200);
          assertThat(stack.user().get(RealStack.TASKS)).isEqualTo(503);
          assertThat(stack.user().get(RealStack.STATISTICS)).isEqualTo(503);
        });

    assertThat(stack.user().body(RealStack.STATISTICS)).isEqualTo(statistics);
  }

  @Test
  void nobodyHangsOnAPausedDatabaseAndThePoolIsThereWhenItGoesOn() throws Exception {
    Duration gatewayPatience = Duration.ofSeconds(10);

    stack.during(
        new Pause(SHORT),
        TASK_DB,
        () -> {
          long begin = System.nanoTime();
          assertThat(askedByManyAtOnce()).hasSize(30).containsOnly(503);
          assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(gatewayPatience);
          assertThat(stack.user().get(RealStack.ME)).isEqualTo(200);
        });

    assertThat(stack.untilItWorks()).isLessThan(RealStack.RECOVERY);
  }

  private static List<Integer> askedByManyAtOnce() throws Exception {
    try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
      Callable<Integer> caller = () -> stack.user().get(RealStack.TASKS);
      List<Future<Integer>> answers = callers.invokeAll(Collections.nCopies(30, caller));
      List<Integer> statuses = new ArrayList<>();
      for (Future<Integer> answer : answers) {
        statuses.add(answer.get());
      }
      return statuses;
    }
  }

  @Test
  void aServiceComesUpWhileItsDatabaseIsDown() throws Exception {
    stack.during(
        WHILE_LOOKED_AT,
        TASK_DB,
        () -> {
          Injection restart = stack.inject(new Restart(), TASK_SERVICE, SHORT);
          assertThat(restart.ready()).isEmpty();
          assertThat(stack.user().get(RealStack.TASKS)).isEqualTo(503);
        });

    assertThat(stack.untilItWorks()).isLessThan(RealStack.RECOVERY);
  }

  @Test
  void nothingLeaksInTwentyInjections() throws Exception {
    List<Fault> faults = List.of(new Kill(SHORT), new Pause(SHORT), new Restart());
    inject(faults, 3);
    OpenResources before = OpenResources.of(stack.stack());

    inject(faults, 20);

    assertThat(OpenResources.settled(stack.stack(), before))
        .matches(after -> after.isWithin(before), "within " + before);
  }

  private static void inject(List<Fault> faults, int times) throws InterruptedException {
    for (int i = 0; i < times; i++) {
      stack.inject(faults.get(i % faults.size()), i % 10 == 0 ? TASK_SERVICE : TASK_DB);
      assertThat(stack.untilItWorks()).isLessThan(RealStack.RECOVERY);
    }
  }
}
