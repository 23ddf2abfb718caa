package tasktracker.experiments;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tasktracker.error.LabException;
import tasktracker.load.model.ClosedModel;
import tasktracker.load.model.ThinkTime;
import tasktracker.load.scenario.SetUpException;
import tasktracker.load.worker.WorkerException;
import tasktracker.results.FailedRun;
import tasktracker.results.ResultsFolder;
import tasktracker.results.RunName;
import tasktracker.results.RunResult;

/**
 * A parameter sweep: every architecture at every level of concurrency, one run after the other. The
 * levels of a repetition share a deployment, or each run has its own. What a run measured is on
 * disk before the next one begins. One use, by one thread; interrupting that thread ends the sweep,
 * which keeps the finished runs.
 */
public final class Sweep {
  private final SweepSettings settings;
  private final StackSource stacks;
  private final ResultsFolder folder;
  private final SweepListener listener;
  private final RunExecution execution;
  private final SweepRounds rounds;
  private final boolean loadedElsewhere;
  private final List<FailedRun> failures = new ArrayList<>();
  private Budget budget;

  /** A sweep that has not begun. */
  public Sweep(
      SweepSettings settings, StackSource stacks, ResultsFolder folder, SweepListener listener) {
    this.settings = settings;
    this.stacks = stacks;
    this.folder = folder;
    this.listener = listener;
    this.execution = new RunExecution(settings, stacks, folder, listener);
    this.rounds = new SweepRounds(settings, folder);
    this.loadedElsewhere = settings.generator().isPresent();
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
    List<RunName> round = rounds.next();
    if (!round.isEmpty() && !train()) {
      return new Outcome(failures, true);
    }
    budget = new Budget(settings.measuring().budget());
    budget.spentOn(folder.read().runs());
    try {
      while (!round.isEmpty()) {
        if (!carryOut(round)) {
          return new Outcome(failures, false);
        }
        round = rounds.next();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Outcome(failures, true);
    }
    return new Outcome(failures, false);
  }

  /** Returns whether the budget allowed all of it. */
  private boolean carryOut(List<RunName> round) throws InterruptedException {
    int total = round.getLast().index() + 1;
    List<SharedRuns> deployments = SharedRuns.of(round, settings.freshDeployment());
    RunName before = null;
    for (SharedRuns deployment : deployments) {
      RunName first = deployment.first();
      // A block that was begun is brought to its end: half of one compares nothing.
      if (!rounds.isOfSameBlock(first, before)
          && !rounds.isPlanned(first)
          && !allows(blockOf(first, deployments))) {
        return false;
      }
      before = first;
      measure(deployment, total);
    }
    return true;
  }

  private List<SharedRuns> blockOf(RunName first, List<SharedRuns> deployments) {
    return deployments.stream()
        .filter(deployment -> rounds.isOfSameBlock(deployment.first(), first))
        .toList();
  }

  private boolean allows(List<SharedRuns> block) {
    return budget.allows(
        block.size(), block.stream().mapToInt(deployment -> deployment.runs().size()).sum());
  }

  /** Where a deployment breaks, the runs that are left get another one, which is warmed too. */
  private void measure(SharedRuns runs, int total) throws InterruptedException {
    SharedRuns left = runs;
    int ended = measureOnOne(left, total);
    while (ended < left.runs().size()) {
      left = left.after(ended);
      ended = measureOnOne(left, total);
    }
  }

  /** Returns how many runs have their result or failure now: all until the deployment broke. */
  private int measureOnOne(SharedRuns runs, int total) throws InterruptedException {
    long begun = System.nanoTime();
    int ended = 0;
    RunName run = runs.first();
    listener.deploymentStarted(run.architecture(), runs.levels());
    try (MeasuredDeployment deployment = execution.deploy(run.architecture())) {
      if (settings.freshDeployment() == FreshDeployment.REPETITION && !loadedElsewhere) {
        execution.warmUp(deployment, run, warmUpModel(runs.middleLevel()));
      }
      Duration before = since(begun);
      do {
        run = runs.runs().get(ended);
        measure(run, deployment, total, before);
        ended++;
      } while (ended < runs.runs().size() && deployment.isUsable());
    } catch (LabException | SetUpException | WorkerException e) {
      if (Thread.currentThread().isInterrupted()) {
        throw interrupted(e);
      }
      rounds.failed(recordFailure(run, e.getMessage()));
      ended = Math.max(ended, runs.runs().indexOf(run) + 1);
    }
    return ended;
  }

  private void measure(RunName run, MeasuredDeployment deployment, int total, Duration before)
      throws InterruptedException {
    long begun = System.nanoTime();
    listener.runStarted(run, run.index() + 1, total);
    RunResult result = measureWarm(run, deployment);
    folder.add(run, result);
    listener.runEnded(run, result);
    LoadFigures.breakages(result)
        .ifPresent(reason -> {
          recordFailure(run, reason);
          deployment.abandon();
        });
    budget.took(before, since(begun));
  }

  /**
   * What is measured while the system still warms up is part of its warm-up: the run is prepared
   * and measured again while the longest warm-up allows. After an end on the way it has no result,
   * so that a resumed sweep measures it.
   */
  private RunResult measureWarm(RunName run, MeasuredDeployment deployment)
      throws InterruptedException {
    int thrownAway = 0;
    while (true) {
      long begun = System.nanoTime();
      stacks.prepare(run.folder());
      RunResult result = execution.measure(run, model(run.concurrency()), deployment);
      if (rounds.confirms(run)) {
        result = result.plus(Map.of(RunResult.CONFIRMS, true));
      }
      Optional<String> warming = Steadiness.warming(result);
      if (warming.isEmpty()
          || LoadFigures.breakages(result).isPresent()
          || !deployment.mayWarmOn(settings.warmUpLimit())) {
        return result.plus(Map.of("measured_while_warming_up", thrownAway));
      }
      deployment.threwAway(since(begun));
      thrownAway++;
      listener.measuredAgain(run, warming.get());
    }
  }

  private FailedRun recordFailure(RunName run, String reason) {
    FailedRun failure = FailedRun.of(run, reason, Instant.now());
    folder.add(failure);
    failures.add(failure);
    listener.runFailed(failure);
    return failure;
  }

  private static InterruptedException interrupted(Exception by) {
    InterruptedException interrupted = new InterruptedException(by.getMessage());
    interrupted.initCause(by);
    return interrupted;
  }

  private static Duration since(long begun) {
    return Duration.ofNanos(System.nanoTime() - begun);
  }

  /** Returns whether it came to its end. */
  private boolean train() {
    if (stacks.untrained().isEmpty() || loadedElsewhere) {
      return true;
    }
    try {
      stacks.trainAll(execution.scenario(Optional.empty()), listener::trainingStarted);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } catch (LabException | SetUpException | WorkerException e) {
      if (Thread.currentThread().isInterrupted()) {
        return false;
      }
      throw e;
    }
  }

  /**
   * Without think time, so that compilers see sooner what is hot; not for a system that is somebody
   * else's, which gets no more load than was asked for.
   */
  private ClosedModel warmUpModel(int users) {
    return settings.runsNotAll()
        ? model(users)
        : new ClosedModel(users, settings.spawnRate(), ThinkTime.NONE);
  }

  private ClosedModel model(int users) {
    return new ClosedModel(users, settings.spawnRate(), ThinkTime.parse(settings.thinkTime()));
  }
}
