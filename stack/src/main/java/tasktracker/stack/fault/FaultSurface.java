package tasktracker.stack.fault;

import tasktracker.error.UsageException;

/** What a running stack offers to be broken. Thread-safe. */
public interface FaultSurface {

  /** The services and databases. */
  Breakables breakables();

  /**
   * Prepares a fault without beginning it.
   *
   * @throws UsageException when there is no such target, or this stack cannot have the fault
   */
  Disturbance disturbance(Fault fault, FaultTarget target);
}
