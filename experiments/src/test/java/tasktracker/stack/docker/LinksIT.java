package tasktracker.stack.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tasktracker.error.UsageException;
import tasktracker.stack.Architecture;
import tasktracker.stack.ArchitectureCatalog;
import tasktracker.stack.StackOptions;
import tasktracker.stack.embedded.ApiUser;
import tasktracker.stack.embedded.Installation;
import tasktracker.stack.fault.Disturbance;
import tasktracker.stack.fault.FaultInjector;
import tasktracker.stack.fault.FaultTarget;
import tasktracker.stack.fault.Injection;
import tasktracker.stack.fault.Latency;

/** Late links between real containers, with two replicas behind each name. */
class LinksIT {
  private static final Architecture SPLIT = ArchitectureCatalog.find("microservices");
  private static final String TASK_SERVICE = "tasktracker_task_service";
  private static final Duration DELAY = Duration.ofMillis(200);
  private static final Duration LENGTH = Duration.ofMillis(500);
  private static final Duration BUSY_MACHINE = Duration.ofMillis(100);
  private static final Latency LATE = new Latency(DELAY, Duration.ZERO, LENGTH);
  private static final String TASKS = "/api/v1/tasks/";
  private static final String ME = "/api/v1/auth/me";

  private static DockerStack stack;
  private static ApiUser user;

  @BeforeAll
  static void bringUp() throws Exception {
    DockerEngine.require();
    DockerRuntime runtime = new DockerRuntime(Installation.of(DockerEngine.CHECKOUT));
    StackOptions options = StackOptions.DEFAULTS.withReplicas(2).withLinkProxies();
    runtime.requireReady(SPLIT, options);
    stack = runtime.up(SPLIT, options);
    user = ApiUser.registered(stack.entry());
  }

  @AfterAll
  static void takeDown() {
    if (stack != null) {
      stack.close();
    }
  }

  @Test
  void delaysJustTheEndpointsBehindTheLink() throws Exception {
    Duration tasks = fastest(TASKS);
    Duration me = fastest(ME);
    Disturbance late = stack.faults().orElseThrow().disturbance(LATE, FaultTarget.of(TASK_SERVICE));

    late.begin();
    assertThat(fastest(TASKS)).isBetween(DELAY, DELAY.plus(tasks).plus(BUSY_MACHINE));
    assertThat(fastest(ME).minus(me)).isLessThan(BUSY_MACHINE);
    late.undo();

    assertThat(fastest(TASKS)).isLessThan(tasks.plus(BUSY_MACHINE));
  }

  @ParameterizedTest
  @ValueSource(strings = {"tasktracker_api_gateway", TASK_SERVICE, "tasktracker_task_db"})
  void isSeenAndIsGoneAfterwards(String target) throws InterruptedException {
    Injection injection =
        new FaultInjector(stack.faults().orElseThrow(), InstantSource.system())
            .inject(LATE, FaultTarget.of(target));

    assertThat(injection.verified()).as("%s", injection).isTrue();
    assertThat(injection.ready()).as("%s", injection).isPresent();
  }

  @Test
  void hitsAllInstancesOrNone() {
    FaultTarget second = FaultTarget.of(TASK_SERVICE).withInstance("2");

    assertThatThrownBy(() -> stack.faults().orElseThrow().disturbance(LATE, second))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("use --instance all");
  }

  /** The fastest of several requests, because a busy machine only makes them slower. */
  private static Duration fastest(String path) throws InterruptedException {
    Duration fastest = Duration.ofDays(1);
    for (int i = 0; i < 10; i++) {
      long begin = System.nanoTime();
      assertThat(user.get(path)).isEqualTo(200);
      Duration time = Duration.ofNanos(System.nanoTime() - begin);
      fastest = time.compareTo(fastest) < 0 ? time : fastest;
    }
    return fastest;
  }
}
