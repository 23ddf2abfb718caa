package tasktracker.stack.embedded;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import tasktracker.error.EnvironmentException;
import tasktracker.stack.Instance;
import tasktracker.stack.fault.Disturbance;
import tasktracker.stack.fault.Evidence;

/**
 * Processes end, asked to or killed, and are started again. It can be felt from the moment at which
 * nobody can connect, or log in, any more; a service that was asked may then still be answering
 * what it has in hand.
 */
final class ProcessEnd implements Disturbance {
  private static final Duration LOOK_AGAIN = Duration.ofMillis(3);
  private static final Duration TALK_TIMEOUT = Duration.ofSeconds(1);
  private static final Duration START_PATIENCE = Duration.ofSeconds(60);

  private final FaultedProcesses victims;
  private final boolean kill;
  private boolean begun;

  private ProcessEnd(FaultedProcesses victims, boolean kill) {
    this.victims = victims;
    this.kill = kill;
  }

  static ProcessEnd asked(FaultedProcesses victims) {
    return new ProcessEnd(victims, false);
  }

  static ProcessEnd killed(FaultedProcesses victims) {
    return new ProcessEnd(victims, true);
  }

  @Override
  public void begin() throws InterruptedException {
    begun = true;
    if (kill) {
      Signal.KILL.to(victims.processes());
    } else {
      victims.all().forEach(ProcessEnd::ask);
    }
    if (!await(member -> !isAlive(member) || !serves(member), grace())) {
      throw new EnvironmentException(
          "%s still served %d s after the signal"
              .formatted(String.join(", ", victims.names()), grace().toSeconds()));
    }
  }

  private static void ask(Member member) {
    if (isAlive(member)) {
      member.program().stopping().asked().to(List.of(member.process().pid()));
    }
  }

  /** The longest of theirs. */
  private Duration grace() {
    return victims.all().stream()
        .map(member -> member.program().stopping().grace())
        .max(Comparator.naturalOrder())
        .orElse(Stopping.USUAL_GRACE);
  }

  @Override
  public Evidence verify() throws InterruptedException {
    boolean ended = await(member -> !isAlive(member) && !serves(member), grace());
    return new Evidence(
        ended,
        ended
            ? "gone, connections are refused: " + victims.with("process", Instance::pid)
            : "did not end within %d s: %s"
                .formatted(grace().toSeconds(), victims.with("process", Instance::pid)));
  }

  @Override
  public void undo() {
    if (!begun) {
      return;
    }
    begun = false;
    for (Member member : victims.all()) {
      end(member.process());
      ProcessTree.session(member.process().toHandle()).forEach(ProcessHandle::destroyForcibly);
      victims.members().startAgain(member.instance().name());
    }
  }

  /** Usually it has ended already. */
  private static void end(Process process) {
    ProcessTree.handles(process.toHandle()).forEach(ProcessHandle::destroyForcibly);
    process
        .onExit()
        .completeOnTimeout(process, Stopping.USUAL_GRACE.toSeconds(), TimeUnit.SECONDS)
        .join();
  }

  @Override
  public Evidence verifyUndone() throws InterruptedException {
    boolean up =
        await(member -> !isAlive(member) || serves(member), START_PATIENCE)
            && victims.all().stream().allMatch(ProcessEnd::isAlive);
    return new Evidence(
        up,
        (up ? "serving again: " : "not serving after the start: ")
            + victims.with("process", Instance::pid));
  }

  @Override
  public boolean isReady() {
    return victims.areReady();
  }

  private static boolean isAlive(Member member) {
    return member.process().isAlive();
  }

  private static boolean serves(Member member) {
    return member.program().probe().serves(TALK_TIMEOUT);
  }

  private boolean await(Predicate<Member> state, Duration patience) throws InterruptedException {
    long deadline = System.nanoTime() + patience.toNanos();
    while (!victims.all().stream().allMatch(state)) {
      if (System.nanoTime() - deadline > 0) {
        return false;
      }
      Thread.sleep(LOOK_AGAIN);
    }
    return true;
  }
}
