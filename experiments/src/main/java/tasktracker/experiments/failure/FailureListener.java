package tasktracker.experiments.failure;

import java.time.Duration;
import java.util.List;
import tasktracker.load.Progress;
import tasktracker.load.workload.LedgerReport;
import tasktracker.results.Resources;
import tasktracker.results.WarmUp;
import tasktracker.results.failure.FailureResult;
import tasktracker.stack.fault.Injection;
import tasktracker.stack.fault.InjectionListener;

/** Is told how a failure experiment goes on. Faults are told by a thread of their own. */
public interface FailureListener extends InjectionListener {
  /** The warm-up is over, and what is normal is looked at. */
  default void warmedUp(WarmUp warmUp) {}

  /** The JVMs of an architecture get their start-up caches, once for each build. */
  void trainingStarted(String architecture);

  /** A run begins with its deployment. */
  void runStarted(String architecture, String target);

  /** The stack is healthy. */
  void deployed(String architecture, Duration startUp);

  /**
   * Told once a second while load is offered.
   *
   * @param usage what each instance used lately; empty where nobody looks
   */
  void progressed(Progress progress, List<Resources.Sample> usage);

  /** A fault has come and gone. */
  void injected(Injection injection);

  /** The load is over, and the accounts are read back. */
  void auditing(int accounts);

  /** All accounts have been read back. */
  void audited(LedgerReport report);

  /** A run has its result, which is on disk. */
  void runEnded(String architecture, FailureResult result);
}
