package tasktracker.experiments;

import java.net.URI;
import java.time.Duration;
import tasktracker.load.LoadListener;
import tasktracker.load.LoadPlan;
import tasktracker.load.LoadTest;
import tasktracker.load.model.ClosedModel;
import tasktracker.load.model.ThinkTime;
import tasktracker.load.scenario.Scenario;

/**
 * What the JVMs of a stack learn from before they write their start-up caches: the requests of a
 * sweep, in their usual mix, without think time.
 */
final class TrainingLoad {
  private static final ClosedModel MODEL = new ClosedModel(16, 100, ThinkTime.NONE);
  private static final Duration LENGTH = Duration.ofSeconds(20);

  private TrainingLoad() {}

  /** Offers it, and returns when it is over. */
  static void offer(Scenario scenario, URI entry) throws InterruptedException {
    new LoadTest(
            LoadPlan.of(entry, scenario, MODEL).withWarmUp(Duration.ZERO).withMeasurement(LENGTH))
        .run(LoadListener.NONE);
  }
}
