package tasktracker.experiments.experiment;

import java.time.Duration;
import tasktracker.experiments.result.FailedRun;
import tasktracker.experiments.result.RunName;
import tasktracker.experiments.result.RunResult;
import tasktracker.load.Progress;

/** Is told how a sweep goes on, by the thread that carries it out. */
public interface SweepListener {
  /** The JVMs of an architecture get their start-up caches, once for each build. */
  void trainingStarted(String architecture);

  /**
   * A run begins with its deployment.
   *
   * @param position from 1
   * @param total runs in this sweep
   */
  void runStarted(RunName run, int position, int total);

  /** The stack is healthy. */
  void deployed(RunName run, Duration startUp);

  /** The warm-up of a run is over, and its measurement begins. */
  default void warmedUp(RunName run, WarmUp warmUp) {}

  /** Told once a second while load is offered. */
  void progressed(RunName run, Progress progress);

  /** A run has its result, which is on disk. */
  void runEnded(RunName run, RunResult result);

  /** A run has none, and the reason is on disk. */
  void runFailed(FailedRun failure);
}
