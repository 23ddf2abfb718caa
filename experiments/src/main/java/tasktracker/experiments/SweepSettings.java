package tasktracker.experiments;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tasktracker.experiments.definition.ExperimentFile;
import tasktracker.experiments.definition.GeneratorDefinition;
import tasktracker.experiments.definition.MaskedSecrets;
import tasktracker.experiments.definition.SystemDefinition;
import tasktracker.load.worker.ScenarioSource;
import tools.jackson.databind.annotation.JsonSerialize;

/**
 * What a sweep was asked to do; the first part of its {@code config.json}, from which it can be
 * resumed.
 *
 * @param architectures names of the architectures
 * @param architectureFiles where the architectures that a user described were read from, by name
 * @param concurrencyLevels numbers of virtual users
 * @param duration length of each measurement
 * @param warmup least time from the first user to the begin of the measurement
 * @param spawnRate virtual users started per second
 * @param thinkTime pause of a user between two tasks, such as {@code 50ms-150ms}
 * @param scenario what users do: a name or the path of a file; null for the usual
 * @param workingSet how much each user keeps; null for what is usual
 * @param baseUrls where a deployment that is already running answers, by architecture
 * @param sampleInterval time between two samples of CPU and memory
 * @param seed of all random numbers
 * @param runtime who runs the stacks
 * @param replicas instances of each service that can have several
 * @param isolate whether the generator and the stack get processors of their own
 * @param skipHealthCheck whether a running deployment is loaded without asking for its health
 * @param measuring how often each level is measured
 * @param cpuBudget how many CPUs each architecture has for all of its instances together, or null
 * @param cpuPerInstance how many processors each instance may use at most, or null
 * @param freshDeployment for what a fresh deployment is brought up; for each run in files that do
 *     not say
 * @param targets what each system is, where they were named one by one: a URL, an architecture or
 *     the file of one; empty where the architectures name themselves
 * @param experiment the file that describes the systems and what users do, or null
 * @param workers who generates the load on other hosts; null where this process does
 */
public record SweepSettings(
    List<String> architectures,
    Map<String, String> architectureFiles,
    List<Integer> concurrencyLevels,
    @JsonProperty("duration_seconds") Duration duration,
    @JsonProperty("warmup_seconds") Duration warmup,
    double spawnRate,
    String thinkTime,
    String scenario,
    Integer workingSet,
    @JsonSerialize(contentConverter = MaskedSecrets.class) Map<String, String> baseUrls,
    Duration sampleInterval,
    long seed,
    RuntimeKind runtime,
    int replicas,
    Isolation.Mode isolate,
    boolean skipHealthCheck,
    @JsonUnwrapped MeasuringPlan measuring,
    Double cpuBudget,
    Double cpuPerInstance,
    FreshDeployment freshDeployment,
    @JsonSerialize(contentConverter = MaskedSecrets.class) Map<String, String> targets,
    ExperimentFile experiment,
    @JsonInclude(JsonInclude.Include.NON_NULL) WorkerHosts workers) {

  /** Copies the collections, takes absent maps as empty, and checks that nothing else is absent. */
  public SweepSettings {
    requireNonNull(architectures, "architectures is missing");
    requireNonNull(concurrencyLevels, "concurrency_levels is missing");
    requireNonNull(duration, "duration_seconds is missing");
    requireNonNull(warmup, "warmup_seconds is missing");
    requireNonNull(thinkTime, "think_time is missing");
    requireNonNull(sampleInterval, "sample_interval is missing");
    requireNonNull(runtime, "runtime is missing");
    requireNonNull(isolate, "isolate is missing");
    architectures = List.copyOf(architectures);
    architectureFiles = architectureFiles == null ? Map.of() : Map.copyOf(architectureFiles);
    concurrencyLevels = List.copyOf(concurrencyLevels);
    measuring = measuring == null ? MeasuringPlan.fixed(1) : measuring;
    freshDeployment = freshDeployment == null ? FreshDeployment.RUN : freshDeployment;
    baseUrls = baseUrls == null ? Map.of() : Map.copyOf(baseUrls);
    targets = targets == null ? Map.of() : Map.copyOf(targets);
    for (String name : targets.isEmpty() ? List.<String>of() : architectures) {
      requireNonNull(targets.get(name), "targets holds nothing for " + name);
    }
  }

  /**
   * What users do, as it can be read now; empty where each system has a request of its own, or
   * another generator has all of it in its script.
   *
   * @throws tasktracker.error.UsageException when it cannot be found any more
   */
  public Optional<ScenarioSource> workload() {
    if (experiment != null) {
      return Optional.ofNullable(experiment.definition().workload());
    }
    return WorkloadCatalog.OWN_REQUEST.equals(scenario)
        ? Optional.empty()
        : Optional.of(WorkloadCatalog.source(scenario, workingSet));
  }

  /** Another load generator, which takes the place of the lab's own; empty where none does. */
  public Optional<GeneratorDefinition> generator() {
    return experiment == null
        ? Optional.empty()
        : Optional.ofNullable(experiment.definition().load().generator());
  }

  /** How load is offered, in words. */
  public String loadModel() {
    return generator()
        .map(each -> ForeignRun.loadModel(each.format()))
        .orElse("closed, think time " + thinkTime);
  }

  /** Whether the lab runs none of the systems. */
  boolean runsNone() {
    return targets.isEmpty()
        ? runtime == RuntimeKind.EXTERNAL
        : targets.values().stream().allMatch(TargetCatalog::isUrl);
  }

  /** Whether somebody else runs one of the systems: it cannot be moved, nor loaded without need. */
  public boolean runsNotAll() {
    return runsNone() || targets.values().stream().anyMatch(TargetCatalog::isUrl);
  }

  /** Whether services of the lab are among the systems. */
  public boolean runsServicesOfTheLab() {
    return experiment == null
        ? !runsNone()
        : experiment.definition().systems().stream()
            .anyMatch(SystemDefinition.BuiltIn.class::isInstance);
  }

  /** From the first user to the measurement: at least so long. */
  Duration leastWarmUp() {
    return measuring.warmupAuto() && measuring.warmupLimit() == null ? Duration.ZERO : warmup;
  }

  /** At most so long, where the system is not seen to be warm. */
  Duration warmUpLimit() {
    if (!measuring.warmupAuto() || measuring.warmupLimit() == null) {
      return warmup;
    }
    return measuring.warmupLimit().compareTo(warmup) < 0 ? warmup : measuring.warmupLimit();
  }
}
