package tasktracker.experiments.cli;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tasktracker.experiments.FreshDeployment;
import tasktracker.experiments.Isolation;
import tasktracker.experiments.MeasuringPlan;
import tasktracker.experiments.RuntimeKind;
import tasktracker.experiments.StackSource;
import tasktracker.experiments.SweepSettings;
import tasktracker.experiments.WorkerHosts;
import tasktracker.experiments.WorkloadCatalog;
import tasktracker.experiments.definition.ExperimentDefinition;
import tasktracker.experiments.definition.ExperimentFile;
import tasktracker.experiments.definition.FaultDefinition;
import tasktracker.experiments.definition.LoadDefinition;
import tasktracker.experiments.definition.SystemDefinition;
import tasktracker.experiments.failure.FailureSettings;
import tasktracker.load.model.ThinkTime;
import tasktracker.load.worker.ScenarioSource;
import tasktracker.load.workload.Workload;
import tasktracker.stack.StackOptions;

/**
 * What the file of an experiment amounts to: a sweep, and a failure experiment for each fault. The
 * files that it names are read once.
 */
final class ExperimentSettings {
  private static final Duration SAMPLE_INTERVAL = Duration.ofSeconds(1);

  private final ExperimentFile file;
  private final ExperimentDefinition definition;
  private final Workload workload;

  /**
   * Reads it.
   *
   * @throws tasktracker.error.UsageException with file, line and key of the first mistake
   */
  ExperimentSettings(ExperimentFile file) {
    this.file = file;
    this.definition = file.definition();
    this.workload =
        definition.workload() == null ? null : WorkloadCatalog.open(definition.workload());
  }

  ExperimentDefinition definition() {
    return definition;
  }

  /**
   * The settings of the sweep.
   *
   * @param workers who generates its load on other hosts, if not this process
   */
  SweepSettings sweep(Optional<WorkerHosts> workers) {
    LoadDefinition load = definition.load();
    Map<String, String> targets = new LinkedHashMap<>();
    for (SystemDefinition system : definition.systems()) {
      targets.put(
          system.name(),
          system.system(StackOptions.DEFAULTS, Checkout.installation()).description());
    }
    MeasuringPlan plan =
        new MeasuringPlan(
            load.repeats(),
            load.untilSure(),
            load.precision(),
            load.confirm(),
            load.budget(),
            null,
            load.warmup().auto(),
            load.warmup().auto() ? load.warmup().limit() : null);
    return new SweepSettings(
        definition.names(),
        Map.of(),
        load.levels(),
        load.duration(),
        load.warmup().least(),
        load.spawnRate(),
        thinkTime(),
        scenario(),
        null,
        Map.of(),
        SAMPLE_INTERVAL,
        load.seed(),
        runtime(),
        1,
        Isolation.Mode.AUTO,
        false,
        plan,
        definition.cpuBudget(),
        null,
        load.freshForEachRun() ? FreshDeployment.RUN : FreshDeployment.REPETITION,
        targets,
        file,
        workers.orElse(null));
  }

  private RuntimeKind runtime() {
    return definition.systems().stream().allMatch(SystemDefinition::runsElsewhere)
        ? RuntimeKind.EXTERNAL
        : RuntimeKind.EMBEDDED;
  }

  private String thinkTime() {
    String given = definition.load().thinkTime();
    if (workload == null) {
      return ThinkTime.NONE.toString();
    }
    return given == null
        ? workload.scenario().thinkTime().orElseGet(ThinkTimeOption::usual).toString()
        : given;
  }

  /** What users do; null where another load generator has it in its script. */
  Workload workload() {
    return workload;
  }

  private String scenario() {
    if (definition.workload() == null) {
      return null;
    }
    return switch (definition.workload()) {
      case ScenarioSource.Named named -> named.name();
      case ScenarioSource.Yaml yaml -> yaml.name();
      case ScenarioSource.Single single -> single.path();
    };
  }

  /** Those of the failure experiments, in the order of the file. */
  List<FailureSettings> failures() {
    return definition.faults().stream().map(this::failure).toList();
  }

  /** The systems that one of the failure experiments breaks. */
  StackSource stacks(FailureSettings failure, Isolation isolation) {
    StackOptions options =
        StackOptions.DEFAULTS
            .withReplicas(failure.replicas())
            .withCpus(isolation.stack())
            .withEnvironment(StackSource.ENVIRONMENT);
    return StackSource.of(
        definition.systems().stream()
            .filter(system -> failure.targets().containsKey(system.name()))
            .map(system -> system.system(options, Checkout.installation()))
            .toList());
  }

  private FailureSettings failure(FaultDefinition fault) {
    return new FailureSettings(
        fault.member(),
        fault.targets(),
        Map.of(),
        fault.fault(),
        fault.instance(),
        fault.users(),
        FaultDefinition.SPAWN_RATE,
        thinkTime(),
        scenario(),
        null,
        fault.duration(),
        fault.injectAt(),
        fault.injections(),
        fault.every(),
        1,
        fault.slo(),
        definition.load().seed(),
        Isolation.Mode.AUTO,
        false,
        RuntimeKind.EMBEDDED,
        null,
        definition.load().warmup().auto(),
        definition.load().warmup().limit(),
        file);
  }
}
