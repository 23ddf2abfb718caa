package tasktracker.experiments.experiment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tasktracker.experiments.LabException;
import tasktracker.experiments.resource.ResourceSampler;
import tasktracker.experiments.result.FailedRun;
import tasktracker.experiments.result.Resources;
import tasktracker.experiments.result.ResultsFolder;
import tasktracker.experiments.result.RunName;
import tasktracker.experiments.result.RunResult;
import tasktracker.experiments.stack.Stack;
import tasktracker.load.LoadListener;
import tasktracker.load.LoadPlan;
import tasktracker.load.LoadResult;
import tasktracker.load.LoadTest;
import tasktracker.load.Phase;
import tasktracker.load.Progress;
import tasktracker.load.locust.LocustFiles;
import tasktracker.load.model.ClosedModel;
import tasktracker.load.model.ThinkTime;
import tasktracker.load.scenario.SetUpException;
import tasktracker.load.tasktracker.TaskTrackerScenario;

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

  /** A sweep that has not begun. */
  public Sweep(
      SweepSettings settings, StackSource stacks, ResultsFolder folder, SweepListener listener) {
    this.settings = settings;
    this.stacks = stacks;
    this.folder = folder;
    this.listener = listener;
  }

  /**
   * How a sweep ended.
   *
   * @param failures the runs of this sweep without a result
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
        if (!run.isOfSameBlock(before) && !budget.allows(settings.architectures().size())) {
          return new Outcome(failures, false);
        }
        before = run;
        long begun = System.nanoTime();
        listener.runStarted(run, run.index() + 1, total);
        try {
          RunResult result = measure(run);
          folder.add(run, result);
          listener.runEnded(run, result);
          budget.took(Duration.ofNanos(System.nanoTime() - begun));
        } catch (LabException | SetUpException e) {
          if (Thread.currentThread().isInterrupted()) {
            return new Outcome(failures, true);
          }
          FailedRun failure = FailedRun.of(run, e.getMessage(), Instant.now());
          folder.add(failure);
          failures.add(failure);
          rounds.failed(failure);
          listener.runFailed(failure);
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          return new Outcome(failures, true);
        }
      }
      round = rounds.next();
    }
    return new Outcome(failures, false);
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

  private RunResult measure(RunName run) throws InterruptedException {
    long begun = System.nanoTime();
    try (Stack stack = stacks.up(run.architecture())) {
      Duration startUp = Duration.ofNanos(System.nanoTime() - begun);
      listener.deployed(run, startUp);
      Map<String, Object> more = new LinkedHashMap<>();
      more.put("repetition", run.repetition());
      Optional<ResourceSampler> idle = sampler(stack);
      if (idle.isPresent()) {
        more.put("idle", IdleWindow.measure(idle.get()));
        more.put("instances", InstanceKinds.of(stack));
      }
      Measurement measurement = new Measurement(run, sampler(stack));
      LoadResult load = new LoadTest(plan(run, stack)).run(measurement);
      writeFiles(run, load);
      more.put("wall_s", (System.nanoTime() - begun) / 1e9);
      return new MeasuredRun(run, load, measurement.resources(), startUp).toResult().plus(more);
    }
  }

  private LoadPlan plan(RunName run, Stack stack) {
    ClosedModel model =
        new ClosedModel(
            run.concurrency(), settings.spawnRate(), ThinkTime.parse(settings.thinkTime()));
    return LoadPlan.of(stack.entry(), new TaskTrackerScenario(settings.workingSet()), model)
        .withWarmUp(settings.warmup())
        .withMeasurement(settings.duration())
        .withSeed(settings.seed() + run.repetition() - 1);
  }

  /** Empty where the members of the stack are not known. */
  private Optional<ResourceSampler> sampler(Stack stack) {
    return stack.usage().map(usage -> new ResourceSampler(usage, settings.sampleInterval()));
  }

  private void writeFiles(RunName run, LoadResult load) {
    Path runFolder = folder.runDirectory(run);
    try {
      LocustFiles.write(load, runFolder);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write to " + runFolder, e);
    }
  }

  /** Samples resources exactly while the generator measures. */
  private final class Measurement implements LoadListener {
    private final RunName run;
    private final Optional<ResourceSampler> sampler;
    private Optional<Resources> resources = Optional.empty();

    Measurement(RunName run, Optional<ResourceSampler> sampler) {
      this.run = run;
      this.sampler = sampler;
    }

    Optional<Resources> resources() {
      return resources;
    }

    @Override
    public void phaseStarted(Phase phase, Instant at) {
      if (phase == Phase.MEASUREMENT) {
        sampler.ifPresent(ResourceSampler::start);
      } else if (phase == Phase.WIND_DOWN) {
        resources = sampler.map(ResourceSampler::stop);
      }
    }

    @Override
    public void progress(Progress progress) {
      listener.progressed(run, progress);
    }
  }
}
