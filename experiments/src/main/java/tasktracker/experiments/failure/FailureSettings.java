package tasktracker.experiments.failure;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import tasktracker.analysis.recovery.Objective;
import tasktracker.experiments.Isolation;
import tasktracker.experiments.RuntimeKind;
import tasktracker.experiments.StackSource;
import tasktracker.experiments.WorkloadCatalog;
import tasktracker.experiments.definition.ExperimentFile;
import tasktracker.experiments.definition.MaskedSecrets;
import tasktracker.load.model.ClosedModel;
import tasktracker.load.model.ThinkTime;
import tasktracker.load.workload.Workload;
import tasktracker.stack.Architecture;
import tasktracker.stack.ArchitectureCatalog;
import tasktracker.stack.StackOptions;
import tasktracker.stack.StackRuntime;
import tasktracker.stack.embedded.Installation;
import tasktracker.stack.fault.Fault;
import tasktracker.stack.fault.FaultTarget;
import tasktracker.stack.system.UrlSystem;
import tools.jackson.databind.annotation.JsonSerialize;

/**
 * What a failure experiment was asked to do; {@code config} of its results.
 *
 * @param targetService what is broken, as it was asked for
 * @param targets what is broken in each architecture, by its name, in the order of the runs
 * @param architectureFiles where architectures that a user described were read from, by name
 * @param fault what is done to it
 * @param instance the instance that is hit, from 1, or {@code all}
 * @param concurrency virtual users
 * @param spawnRate virtual users started per second
 * @param thinkTime pause of a user between two tasks, such as {@code 50ms-150ms}
 * @param scenario what users do: a name or the path of a file; null for the usual
 * @param workingSet how much each user keeps; null for what is usual
 * @param duration length of the load, ramp-up included
 * @param injectAt when the first fault is asked for, from the begin of the load
 * @param injections how many faults there are
 * @param every time from one fault to the next
 * @param replicas instances of each service that can have several
 * @param slo service level objective, such as {@code 99.9%<500ms}
 * @param seed of all random numbers
 * @param isolate whether the generator and the stack get processors of their own
 * @param skipHealthCheck whether a stack that somebody else runs is not asked for its health; one
 *     of the lab is always healthy before its load
 * @param runtime who runs the stacks
 * @param baseUrl where a stack answers that somebody else runs; null otherwise
 * @param warmupAuto whether the users, once they all run, are first awaited until the system is
 *     warm, which is not counted in any of these times
 * @param warmupLimit longest such wait, from the begin of the load; null without one
 * @param experiment the file that describes the systems and what users do, or null
 */
public record FailureSettings(
    String targetService,
    Map<String, String> targets,
    Map<String, String> architectureFiles,
    Fault fault,
    String instance,
    int concurrency,
    double spawnRate,
    String thinkTime,
    String scenario,
    Integer workingSet,
    @JsonProperty("duration_seconds") Duration duration,
    @JsonProperty("inject_at_seconds") Duration injectAt,
    int injections,
    @JsonProperty("every_seconds") Duration every,
    int replicas,
    String slo,
    long seed,
    Isolation.Mode isolate,
    boolean skipHealthCheck,
    RuntimeKind runtime,
    @JsonSerialize(converter = MaskedSecrets.class) String baseUrl,
    Boolean warmupAuto,
    @JsonProperty("warmup_limit_seconds") Duration warmupLimit,
    ExperimentFile experiment) {

  /** Takes what is absent, as in files of before there was a choice, for the only one then. */
  public FailureSettings {
    runtime = runtime == null ? RuntimeKind.EMBEDDED : runtime;
    warmupAuto = warmupAuto != null && warmupAuto;
  }

  /** Names of the architectures in the order of their runs. */
  public List<String> architectures() {
    return List.copyOf(targets.keySet());
  }

  /** The name of the fault. */
  @JsonProperty("failure_mode")
  public String failureMode() {
    return fault.kind().toString();
  }

  /** How long each fault lasts. */
  @JsonProperty("downtime_seconds")
  public Duration downtime() {
    return fault.duration();
  }

  /**
   * The stacks to break, with proxies on their links where the fault is one of links. Those of an
   * experiment file are in its definition.
   *
   * @throws tasktracker.error.UsageException when an architecture cannot be found
   */
  public StackSource stacks(Isolation isolation, Installation installation) {
    StackOptions options = StackOptions.DEFAULTS.withReplicas(replicas).withCpus(isolation.stack());
    if (runtime == RuntimeKind.EXTERNAL) {
      UrlSystem.Check check = skipHealthCheck ? UrlSystem.Check.NONE : UrlSystem.Check.HEALTH;
      return StackSource.of(
          List.of(new UrlSystem(architectures().getFirst(), URI.create(baseUrl), check)));
    }
    List<Architecture> found = ArchitectureCatalog.find(architectures(), architectureFiles);
    StackRuntime used = runtime.of(installation);
    return StackSource.of(
        used, found, used.needsLinkProxies(fault) ? options.withLinkProxies() : options);
  }

  /**
   * What users do. That of an experiment file is in its definition.
   *
   * @throws tasktracker.error.UsageException when it cannot be found any more
   */
  public Workload workload() {
    return WorkloadCatalog.open(WorkloadCatalog.source(scenario, workingSet));
  }

  /** What of an architecture is broken. */
  public FaultTarget target(String architecture) {
    return FaultTarget.of(targets.get(architecture)).withInstance(instance);
  }

  /** The objective. */
  public Objective objective() {
    return Objective.parse(slo);
  }

  /** How load is offered. */
  public ClosedModel model() {
    return new ClosedModel(concurrency, spawnRate, ThinkTime.parse(thinkTime));
  }

  /**
   * From the begin of the load until every user runs: nothing of it is in any result. Whole
   * seconds, so that a fault that comes at a whole second begins with one of the recording's.
   */
  public Duration rampUp() {
    return Duration.ofSeconds((long) Math.ceil(concurrency / spawnRate));
  }

  /** From the begin of the load to that of the measurement at the latest. */
  Duration warmUpLimit() {
    return !warmupAuto || warmupLimit == null || warmupLimit.compareTo(rampUp()) < 0
        ? rampUp()
        : warmupLimit;
  }

  /** From the begin of the load until the last fault is asked for. */
  public Duration lastInjection() {
    return injectAt.plus(every.multipliedBy(injections - 1L));
  }
}
