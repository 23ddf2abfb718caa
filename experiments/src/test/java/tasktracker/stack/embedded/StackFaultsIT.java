package tasktracker.stack.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import tasktracker.stack.Architecture;
import tasktracker.stack.ArchitectureCatalog;
import tasktracker.stack.StackOptions;
import tasktracker.stack.fault.CpuStarvation;
import tasktracker.stack.fault.Disconnect;
import tasktracker.stack.fault.Fault;
import tasktracker.stack.fault.FaultTarget;
import tasktracker.stack.fault.Injection;
import tasktracker.stack.fault.Kill;
import tasktracker.stack.fault.Latency;
import tasktracker.stack.fault.Loss;
import tasktracker.stack.fault.Pause;
import tasktracker.stack.fault.Restart;
import tasktracker.stack.fault.StopStart;

/** Every fault in the architectures that people measure. */
class StackFaultsIT {
  static final List<String> ARCHITECTURES = ArchitectureCatalog.BUILT_IN;

  private static final Architecture SPLIT = ArchitectureCatalog.find("microservices");
  private static final String TASK_SERVICE = "tasktracker_task_service";
  private static final String TASK_DB = "tasktracker_task_db";
  private static final Duration SHORT = Duration.ofMillis(400);
  private static final List<Fault> FAULTS =
      List.of(
          new Restart(),
          new StopStart(SHORT),
          new Kill(SHORT),
          new Pause(SHORT),
          new Latency(Duration.ofMillis(50), Duration.ofMillis(10), SHORT),
          new Loss(0.3, SHORT),
          new Disconnect(SHORT),
          new CpuStarvation(0.8, SHORT));

  private static final Map<String, RealStack> STACKS = new HashMap<>();

  @AfterAll
  static void takeDown() {
    STACKS.values().forEach(RealStack::close);
  }

  @ParameterizedTest
  @FieldSource("ARCHITECTURES")
  void everyFaultHitsServiceAndDatabaseAndIsOverAfterwards(String name) throws Exception {
    Architecture architecture = ArchitectureCatalog.find(name);
    RealStack stack = proxied(architecture);
    for (String member : List.of(TASK_SERVICE, TASK_DB)) {
      String target = architecture.counterpart(SPLIT, member).orElseThrow();
      for (Fault fault : FAULTS) {
        Injection injection = stack.inject(fault, FaultTarget.of(target));

        assertThat(injection.ready()).as("%s", injection).isPresent();
        assertThat(stack.untilItWorks()).as("%s", injection).isLessThan(RealStack.RECOVERY);
      }
    }
  }

  @Test
  void delaysJustTheEndpointsBehindTheLink() throws Exception {
    Duration delay = Duration.ofMillis(200);
    Duration busyMachine = Duration.ofMillis(100);
    Duration noise = Duration.ofMillis(10);
    RealStack stack = proxied(SPLIT);
    Duration me = fastest(stack, RealStack.ME);
    Duration tasks = fastest(stack, RealStack.TASKS);
    Duration statistics = fastest(stack, RealStack.STATISTICS);

    stack.during(
        new Latency(delay, Duration.ZERO, SHORT),
        FaultTarget.of(TASK_SERVICE),
        () -> {
          assertThat(fastest(stack, RealStack.STATISTICS).minus(statistics))
              .isBetween(delay.minus(noise), delay.plus(busyMachine));
          assertThat(fastest(stack, RealStack.TASKS).minus(tasks))
              .isBetween(delay.minus(noise), delay.plus(busyMachine));
          assertThat(fastest(stack, RealStack.ME).minus(me)).isLessThan(busyMachine);
        });
  }

  /** Brought up on first use. */
  private static RealStack proxied(Architecture architecture) throws Exception {
    RealStack stack = STACKS.get(architecture.name());
    if (stack == null) {
      stack = RealStack.up(architecture, StackOptions.DEFAULTS.withLinkProxies());
      STACKS.put(architecture.name(), stack);
    }
    return stack;
  }

  /** The fastest of several requests, because a busy machine only makes them slower. */
  private static Duration fastest(RealStack stack, String path) throws InterruptedException {
    Duration fastest = Duration.ofDays(1);
    for (int i = 0; i < 20; i++) {
      long begin = System.nanoTime();
      assertThat(stack.user().get(path)).isEqualTo(200);
      Duration time = Duration.ofNanos(System.nanoTime() - begin);
      fastest = time.compareTo(fastest) < 0 ? time : fastest;
    }
    return fastest;
  }
}
