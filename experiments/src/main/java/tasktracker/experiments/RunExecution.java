package tasktracker.experiments;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tasktracker.experiments.definition.GeneratorDefinition;
import tasktracker.load.LoadListener;
import tasktracker.load.LoadPlan;
import tasktracker.load.LoadResult;
import tasktracker.load.LoadRunner;
import tasktracker.load.LoadTest;
import tasktracker.load.Phase;
import tasktracker.load.Progress;
import tasktracker.load.model.ClosedModel;
import tasktracker.load.model.LoadModel;
import tasktracker.load.scenario.Scenario;
import tasktracker.load.worker.LoadOrder;
import tasktracker.load.worker.ScenarioSource;
import tasktracker.load.worker.Workers;
import tasktracker.report.Chart;
import tasktracker.report.locust.LocustFiles;
import tasktracker.results.CpuSpeed;
import tasktracker.results.Resources;
import tasktracker.results.ResultsFolder;
import tasktracker.results.RunName;
import tasktracker.results.RunResult;
import tasktracker.results.WarmUp;
import tasktracker.stack.CpuLoan;
import tasktracker.stack.CpuSet;
import tasktracker.stack.InstanceCondition;
import tasktracker.stack.Stack;
import tasktracker.stack.resource.CpuSpeedWatch;
import tasktracker.stack.resource.ResourceSampler;

/**
 * Brings up deployments, warms them, carries out single runs on them, and writes what the generator
 * saw. One deployment at a time, by one thread.
 */
final class RunExecution {
  private final SweepSettings settings;
  private final StackSource stacks;
  private final ResultsFolder folder;
  private final SweepListener listener;
  private final Optional<ScenarioSource> workload;
  private final Optional<GeneratorDefinition> generator;
  private final Map<String, Warmed> warmed = new HashMap<>();
  private int deployments;

  RunExecution(
      SweepSettings settings, StackSource stacks, ResultsFolder folder, SweepListener listener) {
    this.settings = settings;
    this.stacks = stacks;
    this.folder = folder;
    this.listener = listener;
    this.workload = settings.workload().map(ScenarioSource::withItsFiles);
    this.generator = settings.generator();
    this.deployments = MeasuredDeployment.highestNumber(folder.read().runs());
  }

  /**
   * Brings a stack up and looks at it idle.
   *
   * @throws InterruptedException when this thread is interrupted; nothing is left up then
   */
  MeasuredDeployment deploy(String architecture) throws InterruptedException {
    long begun = System.nanoTime();
    MeasuredDeployment deployment =
        new MeasuredDeployment(stacks.up(architecture), ++deployments, begun);
    try {
      listener.deployed(architecture, deployment.startUp());
      Optional<ResourceSampler> idle = sampler(deployment.stack());
      if (idle.isPresent()) {
        deployment.wasIdle(IdleWindow.measure(idle.get()));
      }
      return deployment;
    } catch (InterruptedException | RuntimeException e) {
      deployment.close();
      throw e;
    }
  }

  /**
   * What has been warmed of a system.
   *
   * @param incarnations another set once anything of it was started anew
   */
  private record Warmed(Set<String> incarnations, WarmUp how) {
    static Set<String> incarnationsOf(Stack stack) {
      return stack.conditions().stream()
          .map(InstanceCondition::incarnation)
          .collect(Collectors.toSet());
    }

    /** Whether nothing was started anew, and it was not left while it still warmed up. */
    boolean isOf(Set<String> now) {
      return !now.isEmpty() && incarnations.equals(now) && how.endedBy() != WarmUp.EndedBy.LIMIT;
    }
  }

  /**
   * Warms a deployment for all runs that will share it. One whose processes have been warmed before
   * is warm: it is somebody else's, and stayed up.
   *
   * @param model the load, which is offered like that of a run
   * @throws InterruptedException when this thread is interrupted
   */
  void warmUp(MeasuredDeployment deployment, RunName first, ClosedModel model)
      throws InterruptedException {
    String architecture = first.architecture();
    Stack stack = deployment.stack();
    Set<String> incarnations = Warmed.incarnationsOf(stack);
    Warmed before = warmed.get(architecture);
    if (before != null && before.isOf(incarnations)) {
      deployment.warmedUp(before.how(), List.of());
      return;
    }
    WarmUpWatch watch = watch(stack, settings.leastWarmUp(), settings.warmUpLimit());
    DeploymentWarmUp load =
        new DeploymentWarmUp(
            plan(first, model, stack, watch),
            plan -> runner(first, plan),
            watch,
            second -> listener.warming(architecture, model.users(), second));
    WarmUp warmUp;
    try (CpuLoan _ = stack.lendAllProcessors()) {
      warmUp = load.run();
    }
    warmed.put(architecture, new Warmed(incarnations, warmUp));
    deployment.warmedUp(warmUp, watch.costs());
    listener.warmedUp(architecture, model.users(), warmUp);
  }

  private static WarmUpWatch watch(Stack stack, Duration least, Duration limit) {
    return new WarmUpWatch(Optional.of(stack), least, limit);
  }

  /**
   * Loads a deployment and measures it: with databases that have been emptied, after a short time
   * to settle, where it has been warmed before; else after a warm-up of its own.
   *
   * @throws InterruptedException when this thread is interrupted
   */
  RunResult measure(RunName run, LoadModel model, MeasuredDeployment deployment)
      throws InterruptedException {
    long begun = System.nanoTime();
    Map<String, Object> more = new LinkedHashMap<>();
    more.put("repetition", run.repetition());
    Stack stack = deployment.stack();
    if (deployment.isWarm() || deployment.isUsed()) {
      more.put("data_reset", resetData(stack));
    }
    if (stack.usage().isPresent()) {
      more.put("instances", InstanceKinds.of(stack));
    }
    if (generator.isPresent()) {
      RunResult result = measureElsewhere(generator.get(), run, deployment);
      more.putAll(deployment.measured(begun));
      return result.plus(more);
    }
    Measurement measurement = new Measurement(run, model, deployment);
    LoadRunner runner = runner(run, measurement.plan());
    InstanceWatch instances = InstanceWatch.start(stack);
    LoadResult load;
    try (measurement) {
      load = instances.end(runner.run(measurement));
    }
    if (runner instanceof Workers workers) {
      more.putAll(WorkerKeys.of(workers.records()));
    }
    writeFiles(run, load, measurement);
    more.putAll(measurement.keys());
    more.putAll(deployment.measured(begun));
    return new MeasuredRun(
            run, load, settings.warmup(), measurement.resources(), deployment.startUp())
        .toResult()
        .plus(more);
  }

  /** The generator warms the deployment in each of its runs. */
  private RunResult measureElsewhere(
      GeneratorDefinition elsewhere, RunName run, MeasuredDeployment deployment)
      throws InterruptedException {
    Stack stack = deployment.stack();
    InstanceWatch instances = InstanceWatch.start(stack);
    RunResult result =
        new ExternalRun(
                elsewhere,
                run,
                stack.entry(),
                folder.runDirectory(run),
                settings.warmup(),
                settings.duration(),
                settings.seed() + run.repetition() - 1,
                (phase, left) ->
                    listener.loadedElsewhere(run, elsewhere.format().generator(), phase, left))
            .carryOut(sampler(stack));
    return LoadFigures.brokenBy(instances.breakages(), result)
        .plus(Map.of("stack_startup_s", LoadFigures.seconds(deployment.startUp())));
  }

  /**
   * What users do to a system, in every run as it was when the experiment began.
   *
   * @param request what the system is asked for where the scenario is a request of its own
   */
  Scenario scenario(Optional<String> request) {
    return WorkloadCatalog.open(source(request)).scenario();
  }

  private ScenarioSource source(Optional<String> request) {
    return workload.orElseGet(
        () -> new ScenarioSource.Single("GET", request.orElse("/"), null, "text/plain"));
  }

  /** Who generates the load of a plan: this process, or the workers of the settings. */
  private LoadRunner runner(RunName run, LoadPlan plan) {
    if (settings.workers() == null) {
      return new LoadTest(plan);
    }
    ScenarioSource source = source(stacks.request(run.architecture()));
    return new Workers(
        LoadOrder.of(plan, source), plan, settings.workers().places(plan.model().users()));
  }

  private boolean resetData(Stack stack) {
    boolean done = stack.resetData();
    if (!done && !WorkloadCatalog.OWN_REQUEST.equals(settings.scenario())) {
      listener.dataKept(stack.architecture());
    }
    return done;
  }

  private LoadPlan plan(RunName run, LoadModel model, Stack stack, WarmUpWatch watch) {
    URI entry =
        settings.workers() == null ? stack.entry() : settings.workers().reached(stack.entry());
    return LoadPlan.of(entry, scenario(stacks.request(run.architecture())), model)
        .withWarmUp(watch.least(), watch.limit())
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
      LocustFiles.write(load, runFolder, measurement.charts(load));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write to " + runFolder, e);
    }
  }

  /** Samples resources exactly while the generator measures, and ends the warm-up. */
  private final class Measurement implements LoadListener, AutoCloseable {
    private final RunName run;
    private final LoadModel model;
    private final MeasuredDeployment deployment;
    private final Optional<ResourceSampler> sampler;
    private final WarmUpWatch watch;
    private final Optional<CpuSpeedWatch> speedWatch;
    private Optional<Resources> resources = Optional.empty();
    private Optional<CpuSpeed> speed = Optional.empty();

    Measurement(RunName run, LoadModel model, MeasuredDeployment deployment) {
      this.run = run;
      this.model = model;
      this.deployment = deployment;
      this.sampler = sampler(deployment.stack());
      this.speedWatch =
          deployment.stack().processors().map(CpuSet::toString).map(CpuSpeedWatch::new);
      this.watch =
          deployment.isWarm()
              ? watch(deployment.stack(), Settling.time(model), Settling.time(model))
              : watch(deployment.stack(), settings.leastWarmUp(), settings.warmUpLimit());
    }

    LoadPlan plan() {
      return RunExecution.this.plan(run, model, deployment.stack(), watch);
    }

    Optional<Resources> resources() {
      return resources;
    }

    /** Of the warm-up of this run or of its deployment, of the settling and of the measurement. */
    List<Chart> charts(LoadResult load) {
      return CostChart.of(deployment.warmUpCosts(), watch.costs(), load, resources);
    }

    /** How the time before the measurement went, and how fast the processors were. */
    Map<String, Object> keys() {
      Map<String, Object> keys = new LinkedHashMap<>();
      watch
          .result()
          .map(before ->
              deployment.isWarm()
                  ? Map.<String, Object>of("settled_s", before.seconds())
                  : before.keys())
          .ifPresent(keys::putAll);
      speed.ifPresent(seen -> keys.put(CpuSpeed.KEY, seen));
      return keys;
    }

    @Override
    public void close() {
      speedWatch.ifPresent(CpuSpeedWatch::close);
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
        speedWatch.ifPresent(CpuSpeedWatch::start);
        if (!deployment.isWarm()) {
          watch
              .result()
              .ifPresent(
                  warmUp -> listener.warmedUp(run.architecture(), run.concurrency(), warmUp));
        }
      } else if (phase == Phase.WIND_DOWN) {
        resources = sampler.map(ResourceSampler::stop);
        speed = speedWatch.flatMap(CpuSpeedWatch::stop);
      }
    }

    @Override
    public void progress(Progress progress) {
      watch.second(progress);
      listener.progressed(run, progress, sampler.map(ResourceSampler::latest).orElse(List.of()));
    }
  }
}
