package tasktracker.experiments.cli;

import java.net.URI;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;
import tasktracker.error.UsageException;
import tasktracker.experiments.FreshDeployment;
import tasktracker.experiments.MeasuringPlan;
import tasktracker.experiments.RuntimeKind;
import tasktracker.experiments.SweepSettings;
import tasktracker.experiments.TargetCatalog;
import tasktracker.experiments.WorkloadCatalog;
import tasktracker.load.model.Durations;
import tasktracker.load.workload.Workload;

/** The settings of {@code versus} as options, and their check as a whole. */
final class VersusOptions {
  private static final double LEAST_SPAWN_RATE = 100;
  private static final Duration LEAST_WARM_UP = Duration.ofSeconds(2);
  private static final Duration WARM_UP_LIMIT = Duration.ofSeconds(20);
  private static final Duration SAMPLE_INTERVAL = Duration.ofSeconds(1);
  private static final int REPEATS = 3;

  @Option(
      names = {"-u", "--users"},
      paramLabel = "USERS",
      split = ",",
      defaultValue = "20",
      description =
          "Numbers of virtual users; several, such as 10,50,200, make it a sweep"
              + " (${DEFAULT-VALUE}).")
  private List<Integer> users;

  @Option(
      names = {"-t", "--duration"},
      paramLabel = "TIME",
      defaultValue = "10s",
      description = "Length of each measurement, without warm-up (${DEFAULT-VALUE}).")
  private Duration duration;

  @Option(
      names = "--runtime",
      paramLabel = "KIND",
      defaultValue = "embedded",
      description =
          "Of architectures of the lab: embedded, or docker (${DEFAULT-VALUE}). A URL is loaded as"
              + " it runs.")
  private RuntimeKind runtime;

  @ArgGroup(validate = false)
  private WarmUpTime warmUp = new WarmUpTime();

  @ArgGroup(validate = false)
  private ThinkTimeOption thinkTime = new ThinkTimeOption();

  @ArgGroup(validate = false)
  private ScenarioOptions scenario = new ScenarioOptions();

  @ArgGroup(validate = false)
  private MeasuringOptions measuring = new MeasuringOptions();

  @ArgGroup(validate = false)
  private SeedOption seed = new SeedOption();

  @ArgGroup(validate = false)
  private DeploymentOptions deployment = new DeploymentOptions();

  @ArgGroup(validate = false)
  private WorkerHostOptions workers = new WorkerHostOptions();

  /**
   * The settings that the options amount to.
   *
   * @param targets what each system is, by name
   * @throws UsageException naming the first option that cannot be used as given
   */
  SweepSettings toSettings(Map<String, String> targets) {
    return toSettings(targets, REPEATS);
  }

  /** The same with another number of repetitions where the options name none. */
  SweepSettings toSettings(Map<String, String> targets, int usualRepeats) {
    SweepOptions.checkLevels("--users", users);
    UsageException.unless(
        duration.compareTo(Duration.ofSeconds(1)) >= 0,
        "--duration %s: use 1s or more",
        Durations.format(duration));
    UsageException.unless(
        runtime != RuntimeKind.EXTERNAL,
        "--runtime external: name what runs already by its URL; use embedded or docker");
    boolean anyUrl = targets.values().stream().anyMatch(TargetCatalog::isUrl);
    boolean allUrls = targets.values().stream().allMatch(TargetCatalog::isUrl);
    boolean own = !scenario.isGiven() && anyUrl;
    checkScenario(targets, own, allUrls);
    Workload workload = own ? null : scenario.workload();
    return new SweepSettings(
        List.copyOf(targets.keySet()),
        Map.of(),
        users,
        duration,
        warmUp.least(LEAST_WARM_UP, WARM_UP_LIMIT),
        Math.max(LEAST_SPAWN_RATE, Collections.max(users)),
        thinkTime.value(own ? null : workload.scenario()).toString(),
        own ? WorkloadCatalog.OWN_REQUEST : scenario.scenario(),
        own ? null : workload.workingSet().orElse(null),
        Map.of(),
        SAMPLE_INTERVAL,
        seed.value(),
        allUrls ? RuntimeKind.EXTERNAL : runtime,
        deployment.replicas(1),
        deployment.isolate(),
        false,
        plan(targets.size(), usualRepeats),
        null,
        null,
        FreshDeployment.REPETITION,
        targets,
        null,
        workers.toHosts(null).orElse(null));
  }

  private void checkScenario(Map<String, String> targets, boolean own, boolean allUrls) {
    UsageException.unless(
        !own || !scenario.hasWorkingSet(), "--working-set goes with --scenario tasktracker");
    UsageException.unless(
        !own || allUrls,
        "--scenario is missing: a URL and an architecture are asked for the same, such as"
            + " --scenario %s or a .yaml file",
        WorkloadCatalog.usual());
    targets.forEach((name, target) ->
        UsageException.unless(
            own || !TargetCatalog.isUrl(target) || isBare(URI.create(target)),
            "TARGET %s=%s: leave out the path, the scenario has its own",
            name,
            target));
  }

  private static boolean isBare(URI url) {
    return url.getRawPath().equals("/") && url.getRawQuery() == null;
  }

  private MeasuringPlan plan(int systems, int usualRepeats) {
    MeasuringPlan plan = measuring.toPlan(systems, usualRepeats);
    return warmUp.isAuto() ? plan.warmingUpWithin(warmUp.limit(WARM_UP_LIMIT)) : plan;
  }
}
