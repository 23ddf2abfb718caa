package tasktracker.stack.embedded;

import static java.util.Comparator.naturalOrder;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import tasktracker.load.LoadListener;
import tasktracker.load.LoadPlan;
import tasktracker.load.LoadResult;
import tasktracker.load.LoadTest;
import tasktracker.load.Phase;
import tasktracker.load.model.ClosedModel;
import tasktracker.load.model.ThinkTime;
import tasktracker.load.recording.Failures;
import tasktracker.load.workload.Workload;
import tasktracker.stack.ArchitectureCatalog;
import tasktracker.stack.StackOptions;
import tasktracker.stack.fault.Fault;
import tasktracker.stack.fault.FaultTarget;
import tasktracker.stack.fault.Injection;
import tasktracker.stack.fault.Kill;
import tasktracker.stack.fault.StopStart;

/** One instance of three ends under load. */
class ReplicasIT {
  static final List<Fault> ENDINGS =
      List.of(new Kill(Duration.ofSeconds(2)), new StopStart(Duration.ofSeconds(2)));

  private static final int USERS = 20;

  private static final FaultTarget SECOND =
      FaultTarget.of("tasktracker_task_service").withInstance("2");

  private static RealStack stack;

  @BeforeAll
  static void bringUp() throws Exception {
    stack =
        RealStack.up(
            ArchitectureCatalog.find("microservices"), StackOptions.DEFAULTS.withReplicas(3));
  }

  @AfterAll
  static void takeDown() {
    stack.close();
  }

  @ParameterizedTest
  @FieldSource("ENDINGS")
  void oneOfThreeIsHardlyMissed(Fault ending) throws Exception {
    FutureTask<Injection> injection = new FutureTask<>(() -> stack.inject(ending, SECOND));
    LoadPlan plan =
        LoadPlan.of(
                stack.stack().entry(),
                Workload.all().getFirst().scenario(),
                new ClosedModel(USERS, 100, ThinkTime.parse("100ms")))
            .withWarmUp(Duration.ofSeconds(2))
            .withMeasurement(Duration.ofSeconds(5));

    LoadResult result = new LoadTest(plan).run(startingWithTheMeasurement(injection));
    injection.get();

    assertThat(result.aggregated().requests()).isGreaterThan(300);
    assertLostOnlyWhatItWasAnswering(result);
  }

  /** Every user waits for one answer at most, and about a third of them wait for this instance. */
  private static void assertLostOnlyWhatItWasAnswering(LoadResult result) {
    List<Failures> failures = result.recording().failures();
    assertThat(result.aggregated().failures()).as("%s", failures).isLessThan(USERS / 2);
    if (!failures.isEmpty()) {
      Instant first = failures.stream().map(Failures::firstSeen).min(naturalOrder()).get();
      Instant last = failures.stream().map(Failures::lastSeen).max(naturalOrder()).get();
      assertThat(Duration.between(first, last)).isLessThan(Duration.ofSeconds(1));
    }
  }

  private static LoadListener startingWithTheMeasurement(Runnable injection) {
    return new LoadListener() {
      @Override
      public void phaseStarted(Phase phase, Instant at) {
        if (phase == Phase.MEASUREMENT) {
          Thread.ofVirtual().start(injection);
        }
      }
    };
  }
}
