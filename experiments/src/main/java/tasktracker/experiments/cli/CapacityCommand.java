package tasktracker.experiments.cli;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import tasktracker.error.UsageException;
import tasktracker.experiments.Capacity;
import tasktracker.experiments.CapacityConfig;
import tasktracker.experiments.CapacityExperiment;
import tasktracker.experiments.CapacityPlan;
import tasktracker.experiments.FreshDeployment;
import tasktracker.experiments.Isolation;
import tasktracker.experiments.MeasuringPlan;
import tasktracker.experiments.RuntimeKind;
import tasktracker.experiments.StackSource;
import tasktracker.experiments.SweepConfig;
import tasktracker.experiments.SweepListener;
import tasktracker.experiments.SweepSettings;
import tasktracker.experiments.live.LiveSweep;
import tasktracker.load.model.Percentage;
import tasktracker.load.workload.Workload;
import tasktracker.results.ResultsFolder;
import tasktracker.results.live.LiveEvent;
import tasktracker.results.live.LiveVerdict;

/** {@code capacity}: the highest arrival rate that each architecture serves within bounds. */
@Command(
    name = "capacity",
    mixinStandardHelpOptions = true,
    description = {
      "Searches the highest rate of independent arrivals (open model) that each architecture serves"
          + " within bounds.",
      ""
    },
    footer = {
      "",
      "Example:",
      "  ./tasktracker capacity --slo 'p95<100ms,error_rate<1%%' --quick",
      "",
      "Exit codes: 0 done, 1 no rate meets the bounds, 2 wrong usage, 3 the environment, 130"
          + " interrupted."
    })
final class CapacityCommand implements Callable<Integer> {
  private static final int HIGHEST_RATE = 20_000;

  @ParentCommand private TaskTracker root;

  @Option(
      names = "--slo",
      required = true,
      paramLabel = "BOUNDS",
      description = "Service level objective, such as 'p95<100ms,error_rate<1%%'.")
  private String objective;

  @Option(
      names = "--arch",
      paramLabel = "NAMES",
      defaultValue = "both",
      description = "As for sweep (${DEFAULT-VALUE}).")
  private String architectures;

  @Option(
      names = "--duration-seconds",
      paramLabel = "SECONDS",
      description = "Length of each trial (20; with --quick 5).")
  private Duration duration;

  @Option(
      names = "--warmup-seconds",
      paramLabel = "SECONDS",
      description =
          "Least warm-up before each try; with --warmup auto it lasts until the system is warm"
              + " (10; with --quick 3).")
  private Duration warmup;

  @Option(
      names = "--start-rate",
      paramLabel = "RATE",
      defaultValue = "100",
      description = "First arrivals per second (${DEFAULT-VALUE}).")
  private int startRate;

  @Option(
      names = "--precision",
      paramLabel = "SHARE",
      description = "Precision of the highest rate (5%%; with --quick 20%%).")
  private Percentage precision;

  @Option(
      names = "--repeats",
      paramLabel = "N",
      description = "Trials at each of the two rates around the limit (3; with --quick 1).")
  private Integer repeats;

  @Option(
      names = "--budget",
      paramLabel = "TIME",
      description = "Start no trial that would exceed this budget (1h; with --quick 5m).")
  private Duration budget;

  @Option(
      names = "--runtime",
      paramLabel = "KIND",
      defaultValue = "embedded",
      description =
          "embedded: the lab runs each stack itself; docker: as containers (${DEFAULT-VALUE}).")
  private RuntimeKind runtime;

  @Mixin private WarmUpOptions warmUp = new WarmUpOptions();

  @Mixin private ScenarioOptions scenario = new ScenarioOptions();

  @Mixin private SeedOption seed = new SeedOption();

  @Mixin private DeploymentOptions deployment = new DeploymentOptions();

  @Mixin private WorkerHostOptions workers = new WorkerHostOptions();

  @Mixin private CpuOptions cpu = new CpuOptions();

  @Option(names = "--quick", description = "Short trials and a rough answer in five minutes.")
  private boolean quick;

  @Mixin private OutdirOption outdir = new OutdirOption();

  @Override
  public Integer call() {
    CapacityPlan plan = plan();
    SweepSettings settings = settings();
    Isolation isolation =
        Isolation.plan(deployment.isolate(), runtime, cpu.budget(), workers.toHosts(null));
    StackSource stacks = StackSource.of(settings, isolation, Checkout.installation());
    stacks.requireReady();
    ResultsFolder folder = root.newFolder(outdir.folder(), "capacity");
    SweepConfig circumstances =
        SweepConfig.of(
            settings,
            isolation,
            root.testbed(runtime, StackSource.options(settings, isolation), isolation),
            "open, Poisson arrivals");
    folder.writeConfig(new CapacityConfig(circumstances, plan));
    Terminal terminal = root.terminal();
    terminal.line("Results go to " + terminal.bold(folder.path().toString()));
    try (Interruption _ = Interruption.ofThisThread()) {
      CapacityExperiment.Outcome outcome = search(settings, plan, isolation, stacks, folder);
      Capacity capacity = outcome.capacity();
      folder.writeConfig(new CapacityConfig(circumstances.endedAt(Instant.now()), plan));
      terminal.line("");
      List<String> found = new CapacityText(capacity).lines();
      found.forEach(terminal::line);
      root.live().append(LiveVerdict.of(found, List.of()));
      terminal.line("Results in " + folder.path());
      if (outcome.interrupted()) {
        return Interruption.EXIT_CODE;
      }
      return capacity.architectures().stream().anyMatch(each -> each.met() == null) ? 1 : 0;
    }
  }

  private CapacityExperiment.Outcome search(
      SweepSettings settings,
      CapacityPlan plan,
      Isolation isolation,
      StackSource stacks,
      ResultsFolder folder) {
    root.live()
        .append(
            new LiveEvent.Planned(
                Instant.now(),
                settings.architectures(),
                List.of(),
                "arrivals/s",
                settings.duration().toMillis() / 1e3,
                plan.objective()));
    SweepListener progress = new LiveSweep(root.live(), new CapacityProgress(root.terminal()));
    isolation.enter();
    try {
      return new CapacityExperiment(settings, plan, stacks, folder, progress).run();
    } finally {
      isolation.leave();
    }
  }

  private CapacityPlan plan() {
    UsageException.unless(
        budget == null || budget.isPositive(), "--budget: use a time above 0, such as 45m");
    UsageException.unless(
        Objectives.parse(objective).isOfWholeRuns(),
        "--slo %s: a capacity is searched by all endpoints over the whole trial: leave out endpoints and 'every'",
        objective);
    int tries = Objects.requireNonNullElse(repeats, quick ? 1 : 3);
    UsageException.unless(tries >= 1 && tries <= 100, "--repeats %s: use 1 to 100", tries);
    UsageException.unless(
        startRate >= 1 && startRate <= HIGHEST_RATE,
        "--start-rate %s: use 1 to %s",
        startRate,
        HIGHEST_RATE);
    return new CapacityPlan(
        objective,
        startRate,
        HIGHEST_RATE,
        precision == null ? (quick ? 0.2 : 0.05) : precision.value(),
        tries,
        Objects.requireNonNullElse(budget, quick ? Duration.ofMinutes(5) : Duration.ofHours(1)));
  }

  private SweepSettings settings() {
    Map<String, String> sources = ArchitectureNames.parse(architectures);
    Duration measured = duration == null ? Duration.ofSeconds(quick ? 5 : 20) : duration;
    UsageException.unless(
        measured.compareTo(Duration.ofSeconds(1)) >= 0,
        "--duration-seconds %s: use 1 or more",
        measured.toMillis() / 1e3);
    UsageException.unless(
        runtime != RuntimeKind.EXTERNAL,
        "--runtime external: a fresh stack is needed for every try; use embedded or docker");
    cpu.check(runtime);
    Workload workload = scenario.workload();
    Duration leastWarmUp = warmup == null ? Duration.ofSeconds(quick ? 3 : 10) : warmup;
    return new SweepSettings(
        List.copyOf(sources.keySet()),
        ArchitectureNames.files(sources),
        List.of(startRate),
        measured,
        leastWarmUp,
        100,
        "0",
        scenario.scenario(),
        workload.workingSet().orElse(null),
        Map.of(),
        Duration.ofSeconds(1),
        seed.value(),
        runtime,
        deployment.replicas(1),
        deployment.isolate(),
        false,
        warmUp.applyTo(MeasuringPlan.fixed(1), leastWarmUp),
        cpu.budget(),
        cpu.perInstance(),
        FreshDeployment.RUN,
        Map.of(),
        null,
        workers.toHosts(null).orElse(null));
  }
}
