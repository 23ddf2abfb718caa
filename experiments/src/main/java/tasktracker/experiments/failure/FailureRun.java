package tasktracker.experiments.failure;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import tasktracker.error.EnvironmentException;
import tasktracker.experiments.InstanceWatch;
import tasktracker.experiments.WarmUpWatch;
import tasktracker.load.LoadListener;
import tasktracker.load.LoadPlan;
import tasktracker.load.LoadResult;
import tasktracker.load.LoadShare;
import tasktracker.load.LoadTest;
import tasktracker.load.Phase;
import tasktracker.load.Progress;
import tasktracker.load.Rendezvous;
import tasktracker.load.scenario.Scenario;
import tasktracker.load.scenario.watch.BadRequests;
import tasktracker.load.workload.AuditedScenario;
import tasktracker.load.workload.LedgerReport;
import tasktracker.load.workload.Workload;
import tasktracker.results.Resources;
import tasktracker.results.WarmUp;
import tasktracker.stack.Stack;
import tasktracker.stack.fault.FaultInjector;
import tasktracker.stack.fault.FaultSurface;
import tasktracker.stack.fault.FaultTarget;
import tasktracker.stack.fault.Injection;
import tasktracker.stack.resource.ResourceSampler;

/** One load test on one stack, in which something is broken. One use. */
final class FailureRun {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration PATIENCE_WHEN_STOPPED = Duration.ofSeconds(10);
  private static final Duration SAMPLE_INTERVAL = Duration.ofSeconds(1);

  private final FailureSettings settings;
  private final Stack stack;
  private final FailureListener listener;
  private final Optional<AuditedScenario> audited;
  private final Scenario scenario;
  private final BadRequests bad;
  private final LoadTest test;
  private final Optional<ProbeLoad> probe;
  private Thread auditor;
  private boolean hurried;

  FailureRun(FailureSettings settings, Workload workload, Stack stack, FailureListener listener) {
    this.settings = settings;
    this.stack = stack;
    this.listener = listener;
    this.audited = workload.audited();
    this.scenario = audited.<Scenario>map(each -> each).orElseGet(workload::scenario);
    this.bad = new BadRequests(settings.objective().latency());
    LoadPlan plan = plan();
    Rendezvous rendezvous = new Rendezvous(workload.probe().isPresent() ? 2 : 1);
    this.test = new LoadTest(plan, LoadShare.WHOLE, rendezvous);
    this.probe = workload.probe().map(beside -> new ProbeLoad(beside, plan, test, rendezvous));
  }

  private LoadPlan plan() {
    return LoadPlan.of(stack.entry(), bad.of(scenario), settings.model())
        .withWarmUp(settings.rampUp(), settings.warmUpLimit())
        .withMeasurement(settings.duration().minus(settings.rampUp()))
        .withSeed(settings.seed());
  }

  /** Ends the load early, from any thread; a fault under way is undone. */
  void stop() {
    test.stop();
    probe.ifPresent(ProbeLoad::stop);
  }

  /** Reads no account back, from any thread; none of those that are left if it has begun to. */
  synchronized void hurry() {
    hurried = true;
    if (auditor != null) {
      auditor.interrupt();
    }
  }

  /**
   * Offers load, breaks and mends, and reads the accounts back.
   *
   * @throws InterruptedException when this thread is interrupted; the fault has been undone
   */
  Observed run() throws InterruptedException {
    FaultSurface surface = surface(settings, stack);
    Course course = new Course(surface);
    LoadResult load;
    Optional<LoadResult> probed = Optional.empty();
    List<Injection> injections;
    InstanceWatch instances = InstanceWatch.start(stack);
    Set<String> faulted =
        Set.copyOf(surface.breakables().instances(settings.target(stack.architecture())));
    probe.ifPresent(ProbeLoad::start);
    try {
      load = test.run(course);
      injections = load.stopped() ? course.injections.cancel() : course.injections.finish();
      load = instances.endWithFaults(load, faulted);
      if (probe.isPresent()) {
        probed = Optional.of(probe.get().finish());
      }
    } finally {
      probe.ifPresent(ProbeLoad::stop);
      course.cancel();
    }
    return new Observed(
        load,
        probed.map(load::beside).orElse(load),
        course.begin,
        injections,
        bad.moments(course.clock),
        course.resources,
        course.watch.result(),
        audit(load));
  }

  /**
   * Where the fault can be done to its target.
   *
   * @throws EnvironmentException when nothing of the stack can be broken
   * @throws tasktracker.error.UsageException when there is no such target, or not with this fault
   */
  static FaultSurface surface(FailureSettings settings, Stack stack) {
    FaultSurface surface =
        stack
            .faults()
            .orElseThrow(() ->
                new EnvironmentException(
                    "nothing of %s can be broken from here: no container of this machine answers there; start it in containers of this machine"
                        .formatted(stack.architecture())));
    FaultTarget target = settings.target(stack.architecture());
    surface.breakables().instances(target);
    surface.disturbance(settings.fault(), target);
    return surface;
  }

  private Optional<LedgerReport> audit(LoadResult load) throws InterruptedException {
    if (audited.isEmpty() || load.length().isZero() || !beginAudit()) {
      return Optional.empty();
    }
    listener.auditing(settings.concurrency());
    try {
      LedgerReport report =
          audited.get().audit(stack.entry(), load.stopped() ? PATIENCE_WHEN_STOPPED : PATIENCE);
      listener.audited(report);
      return Optional.of(report);
    } catch (InterruptedException e) {
      if (!isHurried()) {
        throw e;
      }
      return Optional.empty();
    } finally {
      endAudit();
    }
  }

  private synchronized boolean beginAudit() {
    auditor = hurried ? null : Thread.currentThread();
    return !hurried;
  }

  /** From here on, nobody interrupts this thread to hurry it. */
  private synchronized void endAudit() {
    auditor = null;
    if (hurried) {
      Thread.interrupted();
    }
  }

  private synchronized boolean isHurried() {
    return hurried;
  }

  /**
   * What a run gave.
   *
   * @param beside the load with the endpoints of the probe, which are in no total
   * @param begin begin of the load, ramp-up included
   * @param resources what the services used; empty where nobody could look
   * @param warmUp empty when the load ended before it did
   * @param ledger empty when the accounts were not read back
   */
  record Observed(
      LoadResult load,
      LoadResult beside,
      Instant begin,
      List<Injection> injections,
      List<BadRequests.Moment> bad,
      Optional<Resources> resources,
      Optional<WarmUp> warmUp,
      Optional<LedgerReport> ledger) {}

  /** Breaks the stack at its time, counted on the grid of the measured seconds. */
  private final class Course implements LoadListener {
    private final FaultSurface surface;
    private final Optional<ResourceSampler> sampler =
        stack.usage().map(usage -> new ResourceSampler(usage, SAMPLE_INTERVAL));
    private final WarmUpWatch watch =
        new WarmUpWatch(Optional.of(stack), settings.rampUp(), settings.warmUpLimit());
    private Optional<Resources> resources = Optional.empty();
    private InstantSource clock;
    private Instant begin;
    private Injections injections;

    Course(FaultSurface surface) {
      this.surface = surface;
    }

    @Override
    public void started(InstantSource source) {
      clock = source;
      begin = source.instant();
      injections =
          new Injections(
              new FaultInjector(surface, source),
              source,
              settings.fault(),
              settings.target(stack.architecture()),
              listener);
    }

    @Override
    public boolean isWarm() {
      return watch.isWarm();
    }

    @Override
    public void phaseStarted(Phase phase, Instant at) {
      watch.phaseStarted(phase, at);
      switch (phase) {
        case RAMP_UP -> begin = at;
        case MEASUREMENT -> {
          injections.start(moments(at));
          sampler.ifPresent(ResourceSampler::start);
          watch.result().ifPresent(listener::warmedUp);
        }
        case WIND_DOWN -> resources = sampler.map(ResourceSampler::stop);
        case SET_UP, WARM_UP -> {
          // Nothing is broken yet.
        }
      }
    }

    /**
     * The measurement may begin later than planned, when the system is slow to warm up; the fault
     * then comes as much later, so that there is as much of a baseline.
     */
    private List<Instant> moments(Instant measurement) {
      Instant first = measurement.plus(settings.injectAt().minus(settings.rampUp()));
      return IntStream.range(0, settings.injections())
          .mapToObj(number -> first.plus(settings.every().multipliedBy(number)))
          .toList();
    }

    @Override
    public void progress(Progress progress) {
      watch.second(progress);
      listener.progressed(progress, sampler.map(ResourceSampler::latest).orElse(List.of()));
    }

    void cancel() {
      if (injections != null) {
        injections.cancel();
      }
    }
  }
}
