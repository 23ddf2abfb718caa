package tasktracker.experiments.failure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tasktracker.error.LabException;
import tasktracker.experiments.StackSource;
import tasktracker.load.scenario.SetUpException;
import tasktracker.load.workload.LedgerReport;
import tasktracker.load.workload.Workload;
import tasktracker.report.locust.LocustFiles;
import tasktracker.results.failure.FailureFolder;
import tasktracker.results.failure.FailureResult;
import tasktracker.stack.Stack;

/**
 * Breaks the same thing in each architecture, one after the other. What a run measured is on disk
 * before the next one begins. One use, by one thread; {@link #stop} is for any.
 */
public final class FailureExperiment {
  private final FailureSettings settings;
  private final Workload workload;
  private final StackSource stacks;
  private final FailureFolder folder;
  private final String command;
  private final FailureListener listener;
  private final Thread worker = Thread.currentThread();
  private FailureRun current;
  private boolean stopped;

  /**
   * An experiment that has not begun.
   *
   * @param workload what users do
   * @param command the command that repeats it
   */
  public FailureExperiment(
      FailureSettings settings,
      Workload workload,
      StackSource stacks,
      FailureFolder folder,
      String command,
      FailureListener listener) {
    this.settings = settings;
    this.workload = workload;
    this.stacks = stacks;
    this.folder = folder;
    this.command = command;
    this.listener = listener;
  }

  /**
   * Checks, before anything is written, that what runs already has the target and can have the
   * fault.
   *
   * @throws tasktracker.error.LabException naming what there is
   */
  public static void requireBreakable(FailureSettings settings, StackSource stacks) {
    for (String architecture : settings.architectures()) {
      try (Stack stack = stacks.up(architecture)) {
        FailureRun.surface(settings, stack);
      }
    }
  }

  /**
   * Carries it out.
   *
   * @return the results, fewer than architectures when it was stopped
   */
  public List<FailureResult> run() {
    List<FailureResult> results = new ArrayList<>();
    try {
      stacks.trainAll(workload.scenario(), listener::trainingStarted);
      for (String architecture : settings.architectures()) {
        if (isStopped()) {
          return results;
        }
        run(architecture).ifPresent(results::add);
      }
      return results;
    } catch (InterruptedException e) {
      return results;
    } catch (LabException | SetUpException e) {
      // A stack that is stopped while it starts says that it cannot be brought up.
      if (isStopped()) {
        return results;
      }
      throw e;
    }
  }

  private Optional<FailureResult> run(String architecture) throws InterruptedException {
    listener.runStarted(architecture, settings.targets().get(architecture));
    long begun = System.nanoTime();
    try (Stack stack = stacks.up(architecture)) {
      listener.deployed(architecture, Duration.ofNanos(System.nanoTime() - begun));
      FailureRun run = new FailureRun(settings, workload, stack, listener);
      enter(run);
      FailureRun.Observed observed;
      try {
        observed = run.run();
      } finally {
        leave();
      }
      if (observed.load().length().isZero()) {
        return Optional.empty();
      }
      FailureResult result = ResultOfRun.of(settings, command, architecture, observed);
      write(architecture, result, observed);
      listener.runEnded(architecture, result);
      return Optional.of(result);
    }
  }

  private void write(String architecture, FailureResult result, FailureRun.Observed observed) {
    String below = settings.architectures().size() == 1 ? "" : architecture;
    try {
      LocustFiles.write(observed.beside(), folder.path().resolve(below));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    folder.write(below, result, observed.ledger().map(LedgerReport::findings).orElse(List.of()));
  }

  /**
   * Ends it early, from any thread: a running load ends and keeps what was measured, a fault is
   * undone, accounts are read back, and what is still to be started is not.
   */
  public synchronized void stop() {
    stopped = true;
    if (current != null) {
      current.stop();
    } else {
      worker.interrupt();
    }
  }

  /** Leaves out what is done after the load of a run, from any thread: reading accounts back. */
  public synchronized void hurry() {
    if (current != null) {
      current.hurry();
    }
  }

  private synchronized void enter(FailureRun run) {
    current = run;
    if (stopped) {
      run.stop();
    }
  }

  private synchronized void leave() {
    current = null;
  }

  /** Whether it was ended early. */
  public synchronized boolean isStopped() {
    return stopped;
  }
}
