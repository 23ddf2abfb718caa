package tasktracker.experiments.experiment;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import tasktracker.load.LoadListener;
import tasktracker.load.LoadPlan;
import tasktracker.load.LoadTest;
import tasktracker.load.Phase;
import tasktracker.load.Progress;

/**
 * The load that warms a deployment before its first run. Its figures are thrown away. One use, by
 * one thread.
 */
final class DeploymentWarmUp implements LoadListener {
  /** A load test measures; this one does so as briefly as makes no difference. */
  private static final Duration THROWN_AWAY = Duration.ofMillis(100);

  private final LoadPlan plan;
  private final Optional<WarmUpWatch> watch;
  private final Consumer<Progress> progress;
  private final RunPhases phases = new RunPhases();

  /**
   * A warm-up that has not begun.
   *
   * @param plan the load, with the longest warm-up
   * @param watch what may end it early, if anything
   * @param progress told once a second
   */
  DeploymentWarmUp(LoadPlan plan, Optional<WarmUpWatch> watch, Consumer<Progress> progress) {
    this.plan = plan.withMeasurement(THROWN_AWAY);
    this.watch = watch;
    this.progress = progress;
  }

  /**
   * Warms up, and returns how long, from the first user on.
   *
   * @throws tasktracker.load.scenario.SetUpException when set-up fails
   * @throws InterruptedException when this thread is interrupted
   */
  Duration run() throws InterruptedException {
    new LoadTest(plan).run(this);
    return phases.warmedUp();
  }

  @Override
  public void phaseStarted(Phase phase, Instant at) {
    phases.began(phase, at);
  }

  @Override
  public void progress(Progress second) {
    if (second.phase() == Phase.WARM_UP) {
      watch.ifPresent(each -> each.second(second));
    }
    if (second.phase().compareTo(Phase.WARM_UP) <= 0) {
      progress.accept(second);
    }
  }

  @Override
  public boolean isWarm() {
    return watch.isPresent() && watch.get().isWarm();
  }
}
