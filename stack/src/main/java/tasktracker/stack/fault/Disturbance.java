package tasktracker.stack.fault;

import tasktracker.error.EnvironmentException;

/**
 * One fault on certain instances of a running stack, to be begun and undone once. A runtime
 * implements it for each of its faults; the {@link FaultInjector} alone calls it, from one thread.
 */
public interface Disturbance {

  /**
   * Brings the fault into force and returns at the moment from which on it can be felt.
   *
   * @throws EnvironmentException when that cannot be done
   */
  void begin() throws InterruptedException;

  /** Looks whether the fault is in force, by other means than those that brought it about. */
  Evidence verify() throws InterruptedException;

  /**
   * Takes the fault back and returns at that moment. Also after a {@link #begin} that failed half
   * way; without effect the second time. An interrupt does not keep it from its end.
   *
   * @throws EnvironmentException when that cannot be done
   */
  void undo();

  /**
   * Looks whether the fault is gone.
   *
   * @throws EnvironmentException when that cannot be seen
   */
  Evidence verifyUndone() throws InterruptedException;

  /**
   * Whether the instances hit, and the services that store in them, say that they are healthy.
   *
   * @throws EnvironmentException when nobody can be asked
   */
  boolean isReady();
}
