package tasktracker.experiments;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import java.util.function.Function;
import tasktracker.load.LoadListener;
import tasktracker.load.LoadPlan;
import tasktracker.load.LoadRunner;
import tasktracker.load.Phase;
import tasktracker.load.Progress;
import tasktracker.results.WarmUp;

/**
 * The load that warms a deployment before its first run. Its figures are thrown away. One use, by
 * one thread.
 */
final class DeploymentWarmUp implements LoadListener {
  /** A load test measures; this one does so as briefly as makes no difference. */
  private static final Duration THROWN_AWAY = Duration.ofMillis(100);

  private final LoadRunner load;
  private final WarmUpWatch watch;
  private final Consumer<Progress> progress;

  /**
   * A warm-up that has not begun.
   *
   * @param plan the load, with the least and the longest warm-up
   * @param generator makes the test of a plan
   * @param watch sees when it is over
   * @param progress told once a second
   */
  DeploymentWarmUp(
      LoadPlan plan,
      Function<LoadPlan, LoadRunner> generator,
      WarmUpWatch watch,
      Consumer<Progress> progress) {
    this.load = generator.apply(plan.withMeasurement(THROWN_AWAY));
    this.watch = watch;
    this.progress = progress;
  }

  /**
   * Warms up, and returns how that went.
   *
   * @throws tasktracker.load.scenario.SetUpException when set-up fails
   * @throws InterruptedException when this thread is interrupted
   */
  WarmUp run() throws InterruptedException {
    load.run(this);
    return watch.result().orElseThrow();
  }

  @Override
  public void phaseStarted(Phase phase, Instant at) {
    watch.phaseStarted(phase, at);
  }

  @Override
  public void progress(Progress second) {
    watch.second(second);
    if (second.phase().compareTo(Phase.WARM_UP) <= 0) {
      progress.accept(second);
    }
  }

  @Override
  public boolean isWarm() {
    return watch.isWarm();
  }
}
