package tasktracker.experiments.cli;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;
import tasktracker.error.UsageException;
import tasktracker.experiments.FreshDeployment;
import tasktracker.experiments.RuntimeKind;
import tasktracker.experiments.SweepSettings;
import tasktracker.experiments.definition.LoadDefinition;
import tasktracker.load.workload.Workload;

/** The settings of a sweep as options, and their check as a whole. */
final class SweepOptions {

  @Option(
      names = "--arch",
      paramLabel = "NAMES",
      defaultValue = "both",
      description =
          "monolith, microservices, both, or a comma-separated list that may hold .yaml files"
              + " (${DEFAULT-VALUE}).")
  private String architectures;

  @Option(
      names = "--concurrency-levels",
      paramLabel = "USERS",
      split = ",",
      description = "Numbers of virtual users (10,25,50,100,200; with --quick 10,50,200).")
  private List<Integer> levels;

  @Option(
      names = "--duration-seconds",
      paramLabel = "SECONDS",
      description = "Length of each measurement, without warm-up (60; with --quick 10).")
  private Duration duration;

  @Option(
      names = "--warmup-seconds",
      paramLabel = "SECONDS",
      description =
          "Least time from the first user to the measurement, which also waits until all users run"
              + " and, with --warmup auto, until the system is warm (10; with --quick 3).")
  private Duration warmup;

  @Option(
      names = "--spawn-rate",
      paramLabel = "USERS",
      description = "Users started per second (10; with --quick 100).")
  private Double spawnRate;

  @Option(names = "--quick", description = "Three levels of 10 s: a first look in 4 to 6 minutes.")
  private boolean quick;

  @Option(
      names = "--runtime",
      paramLabel = "KIND",
      defaultValue = "embedded",
      description =
          "embedded: the lab runs each stack itself; docker: as containers, with Docker Compose;"
              + " external: it loads what answers at the base URLs (${DEFAULT-VALUE}).")
  private RuntimeKind runtime;

  @Option(
      names = "--base-url-monolith",
      paramLabel = "URL",
      description = "With --runtime external (http://localhost:9000).")
  private String baseUrlMonolith;

  @Option(
      names = "--base-url-micro",
      paramLabel = "URL",
      description = "With --runtime external (http://localhost:8000).")
  private String baseUrlMicroservices;

  @Option(
      names = "--skip-health-check",
      description = "With --runtime external: load without asking for health first.")
  private boolean skipHealthCheck;

  @Option(
      names = "--sample-interval",
      paramLabel = "SECONDS",
      defaultValue = "1.0",
      description = "Time between two samples of CPU and memory (${DEFAULT-VALUE}).")
  private Duration sampleInterval;

  @Option(
      names = "--fresh-deployment",
      paramLabel = "FOR",
      defaultValue = "repetition",
      description =
          "repetition: each architecture is brought up and warmed once, then measured at all levels"
              + " in random order, its databases emptied in between; run: each run has a deployment"
              + " of its own (${DEFAULT-VALUE}).")
  private FreshDeployment freshDeployment;

  @ArgGroup(validate = false)
  private ThinkTimeOption thinkTime = new ThinkTimeOption();

  @ArgGroup(validate = false)
  private ScenarioOptions scenario = new ScenarioOptions();

  @ArgGroup(validate = false)
  private SeedOption seed = new SeedOption();

  @ArgGroup(validate = false)
  private DeploymentOptions deployment = new DeploymentOptions();

  @ArgGroup(validate = false)
  private WorkerHostOptions workers = new WorkerHostOptions();

  @ArgGroup(validate = false)
  private CpuOptions cpu = new CpuOptions();

  @ArgGroup(validate = false)
  private WarmUpOptions warmUp = new WarmUpOptions();

  @ArgGroup(validate = false)
  private MeasuringOptions measuring = new MeasuringOptions();

  /**
   * The settings that the options amount to.
   *
   * @throws UsageException naming the first option that cannot be used as given
   */
  SweepSettings toSettings() {
    return toSettings(1);
  }

  /**
   * Checks numbers of virtual users.
   *
   * @throws UsageException naming the option that gives them
   */
  static void checkLevels(String option, List<Integer> users) {
    UsageException.unless(
        users.stream().allMatch(count -> count >= 1 && count <= LoadDefinition.MOST_USERS),
        "%s %s: use numbers from 1 to %d",
        option,
        users,
        LoadDefinition.MOST_USERS);
    UsageException.unless(
        users.stream().distinct().count() == users.size(),
        "%s %s: name each level once",
        option,
        users);
  }

  /** The same with another number of replicas where the options name none. */
  SweepSettings toSettings(int usualReplicas) {
    Map<String, String> sources = ArchitectureNames.parse(architectures);
    List<Integer> users =
        Objects.requireNonNullElse(
            levels, quick ? List.of(10, 50, 200) : List.of(10, 25, 50, 100, 200));
    checkLevels("--concurrency-levels", users);
    double spawned = Objects.requireNonNullElse(spawnRate, quick ? 100.0 : 10.0);
    UsageException.unless(
        spawned > 0 && spawned <= LoadDefinition.MOST_USERS,
        "--spawn-rate %s: use a number above 0",
        spawned);
    cpu.check(runtime);
    Duration measured = Objects.requireNonNullElse(duration, Duration.ofSeconds(quick ? 10 : 60));
    UsageException.unless(
        measured.compareTo(Duration.ofSeconds(1)) >= 0,
        "--duration-seconds %s: use 1 or more",
        measured.toMillis() / 1e3);
    UsageException.unless(
        sampleInterval.compareTo(Duration.ofMillis(100)) >= 0,
        "--sample-interval %s: use 0.1 or more",
        sampleInterval.toMillis() / 1e3);
    Workload workload = scenario.workload();
    Duration leastWarmUp = Objects.requireNonNullElse(warmup, Duration.ofSeconds(quick ? 3 : 10));
    return new SweepSettings(
        List.copyOf(sources.keySet()),
        ArchitectureNames.files(sources),
        users,
        measured,
        leastWarmUp,
        spawned,
        thinkTime.value(workload.scenario()).toString(),
        scenario.scenario(),
        workload.workingSet().orElse(null),
        baseUrls(sources),
        sampleInterval,
        seed.value(),
        runtime,
        deployment.replicas(usualReplicas),
        deployment.isolate(),
        skipHealthCheck,
        warmUp.applyTo(measuring.toPlan(sources.size()), leastWarmUp),
        cpu.budget(),
        cpu.perInstance(),
        freshDeployment,
        Map.of(),
        null,
        workers.toHosts(null).orElse(null));
  }

  private Map<String, String> baseUrls(Map<String, String> sources) {
    Map<String, String> urls = new LinkedHashMap<>();
    if (runtime != RuntimeKind.EXTERNAL) {
      requireExternal("--base-url-monolith", baseUrlMonolith != null);
      requireExternal("--base-url-micro", baseUrlMicroservices != null);
      requireExternal("--skip-health-check", skipHealthCheck);
      return urls;
    }
    urls.put("monolith", GivenUrl.ofHost("--base-url-monolith", baseUrlMonolith, "monolith"));
    urls.put(
        "microservices",
        GivenUrl.ofHost("--base-url-micro", baseUrlMicroservices, "microservices"));
    List<String> unknown = new ArrayList<>(sources.keySet());
    unknown.removeAll(urls.keySet());
    UsageException.unless(
        unknown.isEmpty(),
        "--runtime external has no base URL for %s: use monolith and microservices, or compare URLs"
            + " by 'versus'",
        unknown);
    return urls;
  }

  private static void requireExternal(String option, boolean given) {
    UsageException.unless(
        !given, "%s goes with --runtime external; the lab's own stacks have fixed URLs", option);
  }
}
