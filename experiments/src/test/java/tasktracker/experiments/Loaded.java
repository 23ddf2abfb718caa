package tasktracker.experiments;

import java.time.Duration;
import java.time.Instant;
import tasktracker.load.LoadListener;
import tasktracker.load.LoadPlan;
import tasktracker.load.LoadResult;
import tasktracker.load.LoadTest;
import tasktracker.load.Phase;
import tasktracker.load.model.ClosedModel;
import tasktracker.load.model.ThinkTime;
import tasktracker.load.workload.Workload;
import tasktracker.stack.Instance;
import tasktracker.stack.Stack;

/** A short measurement of a stack, in the midst of which something happens to it. */
public final class Loaded {
  private Loaded() {}

  /** What it gave, as a run of a sweep has it. */
  public static LoadResult whileItHappens(Stack stack, Runnable event) throws InterruptedException {
    LoadPlan plan =
        LoadPlan.of(
                stack.entry(),
                Workload.all().getFirst().withWorkingSet(5).scenario(),
                new ClosedModel(5, 100, ThinkTime.parse("50ms")))
            .withWarmUp(Duration.ZERO)
            .withMeasurement(Duration.ofSeconds(2));
    InstanceWatch watch = InstanceWatch.start(stack);
    return watch.end(
        new LoadTest(plan)
            .run(
                new LoadListener() {
                  @Override
                  public void phaseStarted(Phase phase, Instant at) {
                    if (phase == Phase.MEASUREMENT) {
                      event.run();
                    }
                  }
                }));
  }

  /** Kills an instance. */
  public static void kill(Stack stack, String instance) {
    ProcessHandle process = process(stack, instance);
    process.destroyForcibly();
    process.onExit().join();
  }

  static ProcessHandle process(Stack stack, String instance) {
    return ProcessHandle.of(
            stack.instances().stream()
                .filter(each -> each.name().equals(instance))
                .mapToLong(Instance::pid)
                .findFirst()
                .orElseThrow())
        .orElseThrow();
  }
}
