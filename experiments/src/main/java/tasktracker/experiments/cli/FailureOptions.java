package tasktracker.experiments.cli;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import tasktracker.analysis.recovery.Objective;
import tasktracker.error.UsageException;
import tasktracker.experiments.RuntimeKind;
import tasktracker.experiments.definition.FaultDefinition;
import tasktracker.experiments.failure.FailureSettings;
import tasktracker.experiments.failure.Targets;
import tasktracker.load.workload.Workload;
import tasktracker.stack.Architecture;
import tasktracker.stack.ArchitectureCatalog;
import tasktracker.stack.fault.Fault;
import tasktracker.stack.system.MeasuredSystem;

/** The settings of a failure experiment as options, and their check as a whole. */
final class FailureOptions {
  @Mixin private FaultOptions fault = new FaultOptions();

  @Mixin private ThinkTimeOption thinkTime = new ThinkTimeOption();

  @Mixin private ScenarioOptions scenario = new ScenarioOptions();

  @Mixin private SeedOption seed = new SeedOption();

  @Mixin private WarmUpOptions warmUp = new WarmUpOptions();

  @Mixin private DeploymentOptions deployment = new DeploymentOptions();

  @Option(
      names = "--arch",
      paramLabel = "NAMES",
      defaultValue = "microservices",
      description =
          "monolith, microservices, both, or a comma-separated list that may hold .yaml files:"
              + " each gets the fault where it has the counterpart of the target"
              + " (${DEFAULT-VALUE}).")
  private String architectures;

  @Option(
      names = "--concurrency",
      paramLabel = "USERS",
      description = "Virtual users (100; with --quick 50).")
  private Integer concurrency;

  @Option(
      names = "--duration-seconds",
      paramLabel = "SECONDS",
      description =
          "Duration of the load, including ramp-up (90, or as long as several injections need; with"
              + " --quick 30).")
  private Duration duration;

  @Option(
      names = "--inject-at",
      paramLabel = "SECONDS",
      description =
          "Time of the first injection, from the start of the load (30; with --quick 10).")
  private Duration injectAt;

  @Option(
      names = "--spawn-rate",
      paramLabel = "USERS",
      description = "Users started per second (20; with --quick 25).")
  private Double spawnRate;

  @Option(
      names = "--slo",
      paramLabel = "OBJECTIVE",
      defaultValue = FaultDefinition.USUAL_SLO,
      description =
          "Service level objective: share of requests that must succeed, and within which time"
              + " (${DEFAULT-VALUE}).")
  private String slo;

  @Option(
      names = "--quick",
      description = "Half a minute of load, and faults of 5 s: a first look.")
  private boolean quick;

  @Option(
      names = "--base-url",
      paramLabel = "URL",
      description =
          "Where a stack answers that runs already, with --runtime external (the usual URL of the"
              + " architecture, such as http://localhost:8000).")
  private String baseUrl;

  @Option(
      names = "--skip-health-check",
      description =
          "Do not ask a stack that runs already for its health; one of the lab is healthy before it"
              + " is loaded.")
  private boolean skipHealthCheck;

  @Option(
      names = "--runtime",
      paramLabel = "KIND",
      defaultValue = "embedded",
      description =
          "embedded: the lab runs each stack itself; docker: as containers; external: break the"
              + " containers of a stack that runs already, by the names of their services"
              + " (${DEFAULT-VALUE}).")
  private RuntimeKind runtime;

  /**
   * The settings that the options amount to.
   *
   * @throws UsageException naming the first option that cannot be used as given
   */
  FailureSettings toSettings(CommandSpec command) {
    return toSettings(fault.fault(command, quick), fault.target());
  }

  /**
   * The same settings for every fault on the target service and on its database.
   *
   * @throws UsageException likewise
   */
  List<FailureSettings> toMatrix(CommandSpec command) {
    UsageException.unless(
        runtime != RuntimeKind.EXTERNAL,
        "--matrix breaks stacks of the lab: with --runtime external choose one fault by --fault");
    FailureSettings one = toSettings(command);
    List<String> targets = new ArrayList<>(List.of(one.targetService()));
    Architecture first =
        ArchitectureCatalog.find(ArchitectureNames.asked(architectures).getFirst());
    first.services().stream()
        .filter(service -> one.targets().containsValue(service.name()))
        .flatMap(service -> Stream.ofNullable(service.database()))
        .forEach(targets::add);
    List<FailureSettings> matrix = new ArrayList<>();
    for (Fault each : fault.all(command, quick)) {
      targets.forEach(target -> matrix.add(toSettings(each, target)));
    }
    return matrix;
  }

  private FailureSettings toSettings(Fault broken, String target) {
    boolean external = runtime == RuntimeKind.EXTERNAL;
    Map<String, String> sources = external ? Map.of() : ArchitectureNames.parse(architectures);
    Map<String, String> files = ArchitectureNames.files(sources);
    List<Architecture> found = ArchitectureCatalog.find(List.copyOf(sources.keySet()), files);
    Workload workload = scenario.workload();
    int replicas = deployment.replicas(1);
    FailureSettings settings =
        new FailureSettings(
            target,
            external
                ? Map.of(onlyOne(), target)
                : new Targets(found, replicas).of(target, fault.instance()),
            files,
            broken,
            fault.instance(),
            Objects.requireNonNullElse(concurrency, quick ? 50 : 100),
            Objects.requireNonNullElse(spawnRate, quick ? 25 : FaultDefinition.SPAWN_RATE),
            thinkTime.value(workload.scenario()).toString(),
            scenario.scenario(),
            workload.workingSet().orElse(null),
            duration(broken),
            firstInjection(),
            fault.injections(),
            fault.every(),
            replicas,
            objective(),
            seed.value(),
            deployment.isolate(),
            skipHealthCheck,
            runtime,
            external ? externalUrl() : null,
            warmUp.isAuto(),
            warmUp.isAuto() ? warmUp.limit(Duration.ZERO) : null,
            null);
    FailureLimits.requireUsable(settings);
    if (baseUrl != null && !external) {
      FailureLimits.requireOwn(baseUrl, found);
    }
    return settings;
  }

  /** The name of what somebody else runs; it need not be an architecture that the lab knows. */
  private String onlyOne() {
    List<String> asked = ArchitectureNames.asked(architectures);
    UsageException.unless(
        asked.size() == 1 && MeasuredSystem.isName(asked.getFirst()),
        "--arch %s: --runtime external breaks one stack; use one name of letters, digits, dots,"
            + " hyphens and underscores",
        architectures);
    return asked.getFirst();
  }

  private String externalUrl() {
    String name = onlyOne();
    UsageException.unless(
        baseUrl != null || ArchitectureCatalog.BUILT_IN.contains(name),
        "--runtime external needs --base-url: where %s answers",
        name);
    return GivenUrl.ofHost("--base-url", baseUrl, name);
  }

  private Duration firstInjection() {
    return Objects.requireNonNullElse(injectAt, Duration.ofSeconds(quick ? 10 : 30));
  }

  /** Long enough to see the users recover from the last of several injections. */
  private Duration duration(Fault broken) {
    if (duration != null) {
      return duration;
    }
    Duration last =
        firstInjection()
            .plus(fault.every().multipliedBy(fault.injections() - 1L))
            .plus(broken.duration());
    return FaultDefinition.usualDuration(last, quick);
  }

  private String objective() {
    try {
      return Objective.parse(slo).toString();
    } catch (IllegalArgumentException e) {
      throw new UsageException("--slo %s: %s".formatted(slo, e.getMessage()), e);
    }
  }
}
