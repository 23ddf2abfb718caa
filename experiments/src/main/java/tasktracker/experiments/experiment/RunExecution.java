package tasktracker.experiments.experiment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tasktracker.experiments.resource.ResourceSampler;
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
import tasktracker.load.model.LoadModel;
import tasktracker.load.tasktracker.TaskTrackerScenario;

/** Carries out single runs, each on a deployment of its own, and writes what the generator saw. */
final class RunExecution {
  private final SweepSettings settings;
  private final StackSource stacks;
  private final ResultsFolder folder;
  private final SweepListener listener;

  RunExecution(
      SweepSettings settings, StackSource stacks, ResultsFolder folder, SweepListener listener) {
    this.settings = settings;
    this.stacks = stacks;
    this.folder = folder;
    this.listener = listener;
  }

  /**
   * Brings the stack up, looks at it idle, loads it, and takes it down.
   *
   * @throws InterruptedException when this thread is interrupted
   */
  RunResult measure(RunName run, LoadModel model) throws InterruptedException {
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
      Measurement measurement = new Measurement(run, stack);
      LoadResult load = new LoadTest(plan(run, model, stack)).run(measurement);
      writeFiles(run, load, measurement);
      measurement
          .warmUp()
          .ifPresent(warmUp -> {
            more.put("warmed_up_s", warmUp.seconds());
            more.put("warm_up", warmUp);
          });
      more.put("wall_s", (System.nanoTime() - begun) / 1e9);
      return new MeasuredRun(run, load, measurement.resources(), startUp).toResult().plus(more);
    }
  }

  private LoadPlan plan(RunName run, LoadModel model, Stack stack) {
    return LoadPlan.of(stack.entry(), new TaskTrackerScenario(settings.workingSet()), model)
        .withWarmUp(settings.leastWarmUp(), settings.warmUpLimit())
        .withMeasurement(settings.duration())
        .withSeed(settings.seed() + run.repetition() - 1);
  }

  /** Empty where the members of the stack are not known. */
  private Optional<ResourceSampler> sampler(Stack stack) {
    return stack.usage().map(usage -> new ResourceSampler(usage, settings.sampleInterval()));
  }

  private void writeFiles(RunName run, LoadResult load, Measurement measurement) {
    Path runFolder = folder.runDirectory(run);
    try {
      LocustFiles.write(
          load, runFolder, CostChart.of(measurement.watch.costs(), load, measurement.resources()));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write to " + runFolder, e);
    }
  }

  /** Samples resources exactly while the generator measures, and ends the warm-up. */
  private final class Measurement implements LoadListener {
    private final RunName run;
    private final Optional<ResourceSampler> sampler;
    private final WarmUpWatch watch;
    private Optional<Resources> resources = Optional.empty();

    Measurement(RunName run, Stack stack) {
      this.run = run;
      this.sampler = sampler(stack);
      this.watch = new WarmUpWatch(stack.usage(), settings.leastWarmUp(), settings.warmUpLimit());
    }

    Optional<Resources> resources() {
      return resources;
    }

    Optional<WarmUp> warmUp() {
      return watch.result();
    }

    @Override
    public boolean isWarm() {
      return watch.isWarm();
    }

    @Override
    public void phaseStarted(Phase phase, Instant at) {
      watch.phaseStarted(phase, at);
      if (phase == Phase.MEASUREMENT) {
        sampler.ifPresent(ResourceSampler::start);
        watch.result().ifPresent(warmUp -> listener.warmedUp(run, warmUp));
      } else if (phase == Phase.WIND_DOWN) {
        resources = sampler.map(ResourceSampler::stop);
      }
    }

    @Override
    public void progress(Progress progress) {
      watch.second(progress);
      listener.progressed(run, progress);
    }
  }
}
