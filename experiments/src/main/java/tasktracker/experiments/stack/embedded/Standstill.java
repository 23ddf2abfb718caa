package tasktracker.experiments.stack.embedded;

import java.util.List;
import tasktracker.experiments.EnvironmentException;
import tasktracker.experiments.fault.Disturbance;
import tasktracker.experiments.fault.Evidence;
import tasktracker.experiments.resource.ProcessTable;
import tasktracker.experiments.stack.Instance;

/** Process trees stand still and go on. */
final class Standstill implements Disturbance {
  private static final int ROUNDS = 20;

  private final Victims victims;
  private final ProcessTable processes = ProcessTable.ofThisMachine();
  private boolean begun;

  Standstill(Victims victims) {
    this.victims = victims;
  }

  /** The roots first, so that they start no more children; then round by round what is left. */
  @Override
  public void begin() {
    begun = true;
    Signal.STOP.to(victims.instances().stream().map(Instance::pid).toList());
    for (int round = 0; round < ROUNDS; round++) {
      List<Long> moving = moving();
      if (moving.isEmpty()) {
        return;
      }
      Signal.STOP.to(moving);
    }
    throw new EnvironmentException("processes do not stop: " + moving());
  }

  private List<Long> moving() {
    return victims.processes().stream().filter(pid -> !processes.isStopped(pid)).toList();
  }

  private long still(Instance instance) {
    return ProcessTree.of(instance.pid()).stream().filter(processes::isStopped).count();
  }

  @Override
  public Evidence verify() {
    boolean still =
        moving().isEmpty() && victims.instances().stream().allMatch(each -> still(each) > 0);
    return new Evidence(still, "stopped processes: " + victims.with("number", this::still));
  }

  @Override
  public void undo() {
    if (begun) {
      begun = false;
      Signal.CONT.to(victims.processes());
    }
  }

  @Override
  public Evidence verifyUndone() {
    boolean gone = victims.instances().stream().allMatch(each -> still(each) == 0);
    return new Evidence(gone, "stopped processes: " + victims.with("number", this::still));
  }

  @Override
  public boolean isReady() {
    return victims.areReady();
  }
}
