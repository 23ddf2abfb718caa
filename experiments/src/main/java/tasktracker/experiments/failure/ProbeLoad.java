package tasktracker.experiments.failure;

import java.time.Duration;
import tasktracker.load.LoadListener;
import tasktracker.load.LoadPlan;
import tasktracker.load.LoadResult;
import tasktracker.load.LoadShare;
import tasktracker.load.LoadTest;
import tasktracker.load.Rendezvous;
import tasktracker.load.model.ClosedModel;
import tasktracker.load.model.ThinkTime;
import tasktracker.load.scenario.Scenario;

/**
 * One more user beside a load, who asks for something about twice a second. A load test of its own,
 * in a thread of its own, on the same seconds: whatever it asks for is in no figure of the load.
 */
final class ProbeLoad {
  private static final ThinkTime PAUSE = new ThinkTime.Constant(Duration.ofMillis(500));

  private final LoadTest load;
  private final LoadTest test;
  private Thread thread;
  private volatile LoadResult result;
  private volatile RuntimeException failure;

  /**
   * A probe that has not begun.
   *
   * @param scenario what that user does
   * @param plan of the load
   * @param load is stopped when the probe fails
   * @param rendezvous of both
   */
  ProbeLoad(Scenario scenario, LoadPlan plan, LoadTest load, Rendezvous rendezvous) {
    this.load = load;
    LoadPlan own =
        LoadPlan.of(plan.target(), scenario, new ClosedModel(1, 1, PAUSE))
            .withWarmUp(plan.warmUp())
            .withMeasurement(plan.measurement())
            .withSeed(plan.seed());
    this.test = new LoadTest(own, LoadShare.WHOLE, rendezvous);
  }

  void start() {
    thread = Thread.ofPlatform().name("probe").start(this::run);
  }

  private void run() {
    try {
      result = test.run(LoadListener.NONE);
    } catch (RuntimeException e) {
      failure = e;
      load.stop();
    } catch (InterruptedException e) {
      load.stop();
    }
  }

  /** Ends it early, from any thread. */
  void stop() {
    test.stop();
  }

  /**
   * Waits for its end.
   *
   * @throws RuntimeException that of its load test
   */
  LoadResult finish() throws InterruptedException {
    thread.join();
    if (failure != null) {
      throw failure;
    }
    return result;
  }
}
