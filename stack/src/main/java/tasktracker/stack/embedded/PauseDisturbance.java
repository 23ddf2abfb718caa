package tasktracker.stack.embedded;

import java.time.Duration;
import java.util.List;
import tasktracker.error.EnvironmentException;
import tasktracker.stack.Instance;
import tasktracker.stack.fault.Disturbance;
import tasktracker.stack.fault.Evidence;
import tasktracker.stack.resource.ProcessTable;

/** Process trees stand still and go on. */
final class PauseDisturbance implements Disturbance {
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final Duration LOOK_AGAIN = Duration.ofMillis(2);

  private final FaultedProcesses victims;
  private final ProcessTable processes = ProcessTable.ofThisMachine();
  private boolean begun;

  PauseDisturbance(FaultedProcesses victims) {
    this.victims = victims;
  }

  /** The roots first, so that they start no more children; then round by round what is left. */
  @Override
  public void begin() throws InterruptedException {
    begun = true;
    Signal.STOP.to(victims.roots());
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    for (List<Long> moving = moving(); !moving.isEmpty(); moving = moving()) {
      if (System.nanoTime() - deadline > 0) {
        throw new EnvironmentException("processes do not stop: " + moving);
      }
      Signal.STOP.to(moving);
      // On a busy machine it takes a moment until the last thread has noticed.
      Thread.sleep(LOOK_AGAIN);
    }
  }

  private List<Long> moving() {
    return victims.processes().stream().filter(processes::isMoving).toList();
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
