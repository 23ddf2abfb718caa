package tasktracker.experiments.experiment.failure;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import tasktracker.experiments.EnvironmentException;
import tasktracker.experiments.fault.FaultInjector;
import tasktracker.experiments.fault.FaultSurface;
import tasktracker.experiments.fault.Injection;
import tasktracker.experiments.resource.ResourceSampler;
import tasktracker.experiments.result.Resources;
import tasktracker.experiments.stack.Stack;
import tasktracker.load.LoadListener;
import tasktracker.load.LoadPlan;
import tasktracker.load.LoadResult;
import tasktracker.load.LoadTest;
import tasktracker.load.Phase;
import tasktracker.load.Progress;
import tasktracker.load.scenario.watch.BadRequests;
import tasktracker.load.tasktracker.AuditedScenario;
import tasktracker.load.tasktracker.TaskTrackerScenario;
import tasktracker.load.tasktracker.ledger.LedgerReport;

/** One load test on one stack, in which something is broken. One use. */
final class FailureRun {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration SAMPLE_INTERVAL = Duration.ofSeconds(1);

  private final FailureSettings settings;
  private final Stack stack;
  private final FailureListener listener;
  private final AuditedScenario scenario;
  private final BadRequests bad;
  private final LoadTest test;

  FailureRun(FailureSettings settings, Stack stack, FailureListener listener) {
    this.settings = settings;
    this.stack = stack;
    this.listener = listener;
    this.scenario = new AuditedScenario(new TaskTrackerScenario(settings.workingSet()));
    this.bad = new BadRequests(settings.objective().latency());
    this.test = new LoadTest(plan());
  }

  private LoadPlan plan() {
    return LoadPlan.of(stack.entry(), bad.of(scenario), settings.model())
        .withWarmUp(settings.rampUp())
        .withMeasurement(settings.duration().minus(settings.rampUp()))
        .withSeed(settings.seed());
  }

  /** Ends the load early, from any thread; a fault under way is undone. */
  void stop() {
    test.stop();
  }

  /**
   * Offers load, breaks and mends, and reads the accounts back.
   *
   * @throws InterruptedException when this thread is interrupted; the fault has been undone
   */
  Observed run() throws InterruptedException {
    FaultSurface surface =
        stack
            .faults()
            .orElseThrow(() ->
                new EnvironmentException(
                    "nothing of %s can be broken from here: the lab does not run it"
                        .formatted(stack.architecture())));
    Course course = new Course(surface);
    LoadResult load;
    List<Injection> injections;
    try {
      load = test.run(course);
      injections = load.stopped() ? course.injections.cancel() : course.injections.finish();
    } finally {
      course.cancel();
    }
    return new Observed(
        load,
        course.begin,
        injections,
        bad.moments(course.clock),
        course.resources,
        audit(load.stopped()));
  }

  /** Someone who has stopped the experiment waits for no accounts. */
  private Optional<LedgerReport> audit(boolean stopped) throws InterruptedException {
    if (stopped) {
      return Optional.empty();
    }
    listener.auditing(settings.concurrency());
    LedgerReport report = scenario.audit(stack.entry(), PATIENCE);
    listener.audited(report);
    return Optional.of(report);
  }

  /**
   * What a run gave.
   *
   * @param begin begin of the load, ramp-up included
   * @param resources what the services used; empty where nobody could look
   * @param ledger empty when the accounts were not read back
   */
  record Observed(
      LoadResult load,
      Instant begin,
      List<Injection> injections,
      List<BadRequests.Moment> bad,
      Optional<Resources> resources,
      Optional<LedgerReport> ledger) {}

  /** Breaks the stack at its time, counted on the grid of the measured seconds. */
  private final class Course implements LoadListener {
    private final FaultSurface surface;
    private final Optional<ResourceSampler> sampler =
        stack.usage().map(usage -> new ResourceSampler(usage, SAMPLE_INTERVAL));
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
              listener::injected);
    }

    @Override
    public void phaseStarted(Phase phase, Instant at) {
      switch (phase) {
        case RAMP_UP -> begin = at;
        case MEASUREMENT -> {
          injections.start(moments(at));
          sampler.ifPresent(ResourceSampler::start);
        }
        case WIND_DOWN -> resources = sampler.map(ResourceSampler::stop);
        case SET_UP, WARM_UP -> {
          // Nothing is broken yet.
        }
      }
    }

    /**
     * The measurement may begin later than planned, when the last user is slow to start; the fault
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
      listener.progressed(progress);
    }

    void cancel() {
      if (injections != null) {
        injections.cancel();
      }
    }
  }
}
