package tasktracker.stack.embedded;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import tasktracker.results.file.FileFailure;
import tasktracker.stack.Instance;
import tasktracker.stack.fault.CpuStarvation;
import tasktracker.stack.fault.Disturbance;
import tasktracker.stack.fault.Evidence;
import tasktracker.stack.resource.ProcessTable;

/**
 * Process trees are let go on for only a part of every 100 ms, which is what a CPU quota of the
 * Linux scheduler does as well, and needs no rights. A shell does it, which ends with the lab.
 */
final class Throttling implements Disturbance {
  private static final Duration PERIOD = Duration.ofMillis(100);
  private static final Duration LONGEST_LOOK = Duration.ofSeconds(1);
  private static final int LOOKS = 50;

  private final FaultedProcesses victims;
  private final CpuStarvation starvation;
  private final ProcessTable processes = ProcessTable.ofThisMachine();
  private Process shell;

  Throttling(FaultedProcesses victims, CpuStarvation starvation) {
    this.victims = victims;
    this.starvation = starvation;
  }

  @Override
  public void begin() {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                String.valueOf(ProcessHandle.current().pid()),
                seconds(starvation.share()),
                seconds(1 - starvation.share())));
    victims.roots().forEach(root -> arguments.add(String.valueOf(root)));
    try {
      shell = new ShellScript("throttle").start(arguments, Map.of());
    } catch (IOException e) {
      throw FileFailure.because("cannot start a shell (sh) that throttles", e);
    }
  }

  private static String seconds(double share) {
    return String.format(Locale.ROOT, "%.4f", share * PERIOD.toMillis() / 1e3);
  }

  @Override
  public Evidence verify() throws InterruptedException {
    Duration half = starvation.duration().dividedBy(2);
    Duration look = half.compareTo(LONGEST_LOOK) < 0 ? half : LONGEST_LOOK;
    int still = 0;
    for (int i = 0; i < LOOKS; i++) {
      // Irregular, or the looks might keep step with the shell.
      double stretch = ThreadLocalRandom.current().nextDouble(0.5, 1.5);
      Thread.sleep(Duration.ofNanos(Math.round(stretch * look.toNanos() / LOOKS)));
      still += allStill() ? 1 : 0;
    }
    double share = (double) still / LOOKS;
    return new Evidence(
        share >= starvation.share() / 2,
        String.format(
            Locale.ROOT,
            "stood still in %d of %d looks (%.0f %%, asked %.0f %%): %s",
            still,
            LOOKS,
            100 * share,
            100 * starvation.share(),
            victims.with("process", Instance::pid)));
  }

  /** The trees are known before anybody looks, which would else take longer than they stand. */
  private boolean allStill() {
    List<Long> all = victims.processes();
    return victims.instances().stream().allMatch(each -> processes.isStopped(each.pid()))
        && all.stream().noneMatch(processes::isMoving);
  }

  @Override
  public void undo() {
    if (shell != null) {
      shell.destroyForcibly().onExit().join();
      shell = null;
      Signal.CONT.to(victims.processes());
    }
  }

  @Override
  public Evidence verifyUndone() {
    List<Long> still = victims.processes().stream().filter(processes::isStopped).toList();
    return new Evidence(
        still.isEmpty(), still.isEmpty() ? "all go on" : "stopped processes: " + still);
  }

  @Override
  public boolean isReady() {
    return victims.areReady();
  }
}
