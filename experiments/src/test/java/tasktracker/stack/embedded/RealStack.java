package tasktracker.stack.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import tasktracker.experiments.StackSource;
import tasktracker.load.workload.Workload;
import tasktracker.stack.Architecture;
import tasktracker.stack.StackOptions;
import tasktracker.stack.fault.Disturbance;
import tasktracker.stack.fault.Fault;
import tasktracker.stack.fault.FaultInjector;
import tasktracker.stack.fault.FaultTarget;
import tasktracker.stack.fault.Injection;

/** A stack of the packaged application, and a user of it. */
final class RealStack implements AutoCloseable {
  static final String TASKS = "/api/v1/tasks/";
  static final String ME = "/api/v1/auth/me";
  static final String STATISTICS = "/api/v1/stats/";

  /** What people may have to wait for a database that is back, or a service that is healthy. */
  static final Duration RECOVERY = Duration.ofSeconds(2);

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final EmbeddedStack stack;
  private final ApiUser user;

  private RealStack(EmbeddedStack stack) throws Exception {
    this.stack = stack;
    this.user = ApiUser.registered(stack.entry());
  }

  /**
   * Brings it up as the launcher would, from the jars that the build has just packaged, with the
   * start-up caches that experiments have.
   */
  static RealStack up(Architecture architecture, StackOptions options) throws Exception {
    Path module = Path.of(System.getProperty("basedir", "")).toAbsolutePath();
    Installation installation = Installation.of(module.getParent());
    StackSource.of(new EmbeddedRuntime(installation), List.of(architecture), StackOptions.DEFAULTS)
        .trainAll(Workload.all().getFirst().scenario(), _ -> {});
    StackOptions cheap = options.withEnvironment(Map.of("BCRYPT_COST", "4", "LOGIN_LIMIT", "off"));
    return new RealStack(new EmbeddedRuntime(installation).up(architecture, cheap));
  }

  EmbeddedStack stack() {
    return stack;
  }

  ApiUser user() {
    return user;
  }

  Injection inject(Fault fault, FaultTarget target) throws InterruptedException {
    return inject(fault, target, FaultInjector.PATIENCE);
  }

  Injection inject(Fault fault, FaultTarget target, Duration patience) throws InterruptedException {
    Injection injection =
        new FaultInjector(stack.faults().orElseThrow(), InstantSource.system(), patience)
            .inject(fault, target);
    assertThat(injection.verified()).as("%s", injection).isTrue();
    return injection;
  }

  interface Check {
    void run() throws Exception;
  }

  /** Looks while a fault is in force, for as long as that takes. */
  void during(Fault fault, FaultTarget target, Check check) throws Exception {
    Disturbance disturbance = stack.faults().orElseThrow().disturbance(fault, target);
    try {
      disturbance.begin();
      assertThat(disturbance.verify().holds()).isTrue();
      check.run();
    } finally {
      disturbance.undo();
    }
    assertThat(disturbance.verifyUndone().holds()).isTrue();
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!disturbance.isReady()) {
      assertThat(System.nanoTime() - deadline).as("ready").isNegative();
      Thread.sleep(5);
    }
  }

  /** Time until writing, reading and counting succeed. */
  Duration untilItWorks() throws InterruptedException {
    long begin = System.nanoTime();
    Duration time = Duration.ZERO;
    while ((user.createTask() != 201 || user.get(TASKS) != 200 || user.get(STATISTICS) != 200)
        && time.compareTo(PATIENCE) < 0) {
      time = Duration.ofNanos(System.nanoTime() - begin);
    }
    return time;
  }

  @Override
  public void close() {
    user.close();
    stack.close();
  }
}
