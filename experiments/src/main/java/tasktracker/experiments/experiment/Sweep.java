package tasktracker.experiments.experiment;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import tasktracker.experiments.LabException;
import tasktracker.experiments.result.FailedRun;
import tasktracker.experiments.result.ResultsFolder;
import tasktracker.experiments.result.RunName;
import tasktracker.experiments.result.RunResult;
import tasktracker.load.model.ClosedModel;
import tasktracker.load.model.ThinkTime;
import tasktracker.load.scenario.SetUpException;

/**
 * A parameter sweep: every architecture at every level of concurrency, one run after the other,
 * each on a deployment of its own. What a run measured is on disk before the next one begins. One
 * use, by one thread; interrupting that thread ends the sweep, which keeps the finished runs.
 */
public final class Sweep {
  private final SweepSettings settings;
  private final StackSource stacks;
  private final ResultsFolder folder;
  private final SweepListener listener;
  private final RunExecution execution;

  /** A sweep that has not begun. */
  public Sweep(
      SweepSettings settings, StackSource stacks, ResultsFolder folder, SweepListener listener) {
    this.settings = settings;
    this.stacks = stacks;
    this.folder = folder;
    this.listener = listener;
    this.execution = new RunExecution(settings, stacks, folder, listener);
  }

  /**
   * How a sweep ended.
   *
   * @param failures the runs of this sweep without a result, and those in which something broke
   * @param interrupted whether runs are missing because it was interrupted
   */
  public record Outcome(List<FailedRun> failures, boolean interrupted) {}

  /** Carries out the runs that the folder does not hold yet. */
  public Outcome run() {
    SweepRounds rounds = new SweepRounds(settings, folder);
    List<FailedRun> failures = new ArrayList<>();
    List<RunName> round = rounds.next();
    if (!round.isEmpty() && !train()) {
      return new Outcome(failures, true);
    }
    Budget budget = new Budget(settings.measuring().budget());
    while (!round.isEmpty()) {
      int total = round.getLast().index() + 1;
      RunName before = null;
      for (RunName run : round) {
        // A repetition that was begun is brought to its end: half of one compares nothing.
        if (!run.isOfSameBlock(before)
            && !rounds.isPlanned(run)
            && !budget.allows(settings.architectures().size())) {
          return new Outcome(failures, false);
        }
        before = run;
        long begun = System.nanoTime();
        listener.runStarted(run, run.index() + 1, total);
        try {
          RunResult result = execution.measure(run, model(run));
          folder.add(run, result);
          listener.runEnded(run, result);
          LoadFigures.breakages(result).ifPresent(reason -> failures.add(failed(run, reason)));
          budget.took(Duration.ofNanos(System.nanoTime() - begun));
        } catch (LabException | SetUpException e) {
          if (Thread.currentThread().isInterrupted()) {
            return new Outcome(failures, true);
          }
          FailedRun failure = failed(run, e.getMessage());
          failures.add(failure);
          rounds.failed(failure);
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          return new Outcome(failures, true);
        }
      }
      round = rounds.next();
    }
    return new Outcome(failures, false);
  }

  private FailedRun failed(RunName run, String reason) {
    FailedRun failure = FailedRun.of(run, reason, Instant.now());
    folder.add(failure);
    listener.runFailed(failure);
    return failure;
  }

  /** Returns whether it came to its end. */
  private boolean train() {
    try {
      for (String architecture : stacks.untrained()) {
        listener.trainingStarted(architecture);
        stacks.train(architecture);
      }
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } catch (LabException | SetUpException e) {
      if (Thread.currentThread().isInterrupted()) {
        return false;
      }
      throw e;
    }
  }

  private ClosedModel model(RunName run) {
    return new ClosedModel(
        run.concurrency(), settings.spawnRate(), ThinkTime.parse(settings.thinkTime()));
  }
}
