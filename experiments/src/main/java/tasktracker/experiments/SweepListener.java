package tasktracker.experiments;

import java.time.Duration;
import java.util.List;
import tasktracker.load.Progress;
import tasktracker.results.FailedRun;
import tasktracker.results.Resources;
import tasktracker.results.RunName;
import tasktracker.results.RunResult;
import tasktracker.results.WarmUp;

/** Is told how a sweep goes on, by the thread that carries it out. */
public interface SweepListener {
  /** The JVMs of an architecture get their start-up caches, once for each build. */
  void trainingStarted(String architecture);

  /** An architecture is brought up, to be measured at these levels in their order. */
  void deploymentStarted(String architecture, List<Integer> levels);

  /** The stack is healthy. */
  void deployed(String architecture, Duration startUp);

  /** Told once a second while a load of so many users warms a deployment for all of its runs. */
  void warming(String architecture, int users, Progress progress);

  /** A warm-up at so many users is over: of a deployment for all of its runs, or of one run. */
  void warmedUp(String architecture, int users, WarmUp warmUp);

  /** Its databases hold what earlier runs left there, because they are not the lab's to empty. */
  void dataKept(String architecture);

  /**
   * A run begins on a deployment that is up.
   *
   * @param position from 1
   * @param total runs in this sweep
   */
  void runStarted(RunName run, int position, int total);

  /**
   * Told once a second while the load of a run is offered.
   *
   * @param usage what each instance used lately; empty where nobody looks
   */
  void progressed(RunName run, Progress progress, List<Resources.Sample> usage);

  /**
   * Another load generator loads the system; told once a second.
   *
   * @param generator its name
   * @param phase what its load is for
   * @param left seconds until that is over
   */
  void loadedElsewhere(RunName run, String generator, String phase, long left);

  /** A run was thrown away, because its system still warmed up; the next one takes its place. */
  void measuredAgain(RunName run, String reason);

  /** A run has its result, which is on disk. */
  void runEnded(RunName run, RunResult result);

  /** A run has none, and the reason is on disk. */
  void runFailed(FailedRun failure);
}
