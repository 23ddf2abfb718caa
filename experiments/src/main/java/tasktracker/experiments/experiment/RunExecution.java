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
      Measurement measurement = new Measurement(run, sampler(stack));
      InstanceWatch instances = InstanceWatch.start(stack);
      LoadResult load = instances.end(new LoadTest(plan(run, model, stack)).run(measurement));
      writeFiles(run, load);
      measurement.warmedUpFor().ifPresent(seconds -> more.put("warmed_up_s", seconds));
      more.put("wall_s", (System.nanoTime() - begun) / 1e9);
      return new MeasuredRun(run, load, measurement.resources(), startUp).toResult().plus(more);
    }
  }

  private LoadPlan plan(RunName run, LoadModel model, Stack stack) {
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

  /** Samples resources exactly while the generator measures, and may end the warm-up early. */
  private final class Measurement implements LoadListener {
    private final RunName run;
    private final Optional<ResourceSampler> sampler;
    private final WarmUpWatch watch = new WarmUpWatch();
    private Optional<Resources> resources = Optional.empty();
    private Instant rampUp;
    private Double warmedUpFor;

    Measurement(RunName run, Optional<ResourceSampler> sampler) {
      this.run = run;
      this.sampler = sampler;
    }

    Optional<Resources> resources() {
      return resources;
    }

    /** Seconds from the first user to the measurement, where they were not planned. */
    Optional<Double> warmedUpFor() {
      return settings.measuring().warmupAuto()
          ? Optional.ofNullable(warmedUpFor)
          : Optional.empty();
    }

    @Override
    public boolean isWarm() {
      return settings.measuring().warmupAuto() && watch.isSteady();
    }

    @Override
    public void phaseStarted(Phase phase, Instant at) {
      if (phase == Phase.RAMP_UP) {
        rampUp = at;
      } else if (phase == Phase.MEASUREMENT) {
        warmedUpFor = Duration.between(rampUp, at).toMillis() / 1e3;
        sampler.ifPresent(ResourceSampler::start);
      } else if (phase == Phase.WIND_DOWN) {
        resources = sampler.map(ResourceSampler::stop);
      }
    }

    @Override
    public void progress(Progress progress) {
      if (progress.phase() == Phase.WARM_UP) {
        watch.second(progress);
      }
      listener.progressed(run, progress);
    }
  }
}
