package tasktracker.experiments.experiment;

import tasktracker.experiments.stack.Stack;

/** Where an experiment gets a deployment of an architecture for each of its runs. */
@FunctionalInterface
public interface StackSource {
  /**
   * Brings up the architecture, alone and on a fresh database where it is in the lab's hands.
   *
   * @throws tasktracker.experiments.LabException when that cannot be done
   */
  Stack up(String architecture);
}
