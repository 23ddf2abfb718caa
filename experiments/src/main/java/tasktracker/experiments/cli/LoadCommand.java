package tasktracker.experiments.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import tasktracker.error.EnvironmentException;
import tasktracker.error.UsageException;
import tasktracker.experiments.Steadiness;
import tasktracker.experiments.WarmUpWatch;
import tasktracker.experiments.WorkerHosts;
import tasktracker.experiments.WorkerKeys;
import tasktracker.experiments.WorkloadCatalog;
import tasktracker.experiments.live.LiveLoad;
import tasktracker.experiments.live.LiveSweep;
import tasktracker.load.LoadListener;
import tasktracker.load.LoadPlan;
import tasktracker.load.LoadResult;
import tasktracker.load.LoadRunner;
import tasktracker.load.LoadTest;
import tasktracker.load.http.GeneratorLimits;
import tasktracker.load.model.ThinkTime;
import tasktracker.load.scenario.Scenario;
import tasktracker.load.scenario.SetUpException;
import tasktracker.load.watch.Validity;
import tasktracker.load.worker.LoadOrder;
import tasktracker.load.worker.ScenarioSource;
import tasktracker.load.worker.WorkerException;
import tasktracker.load.worker.WorkerPlaces;
import tasktracker.load.worker.Workers;
import tasktracker.report.ValueText;
import tasktracker.report.load.TextReport;
import tasktracker.report.locust.LocustFiles;
import tasktracker.results.ResultsFolder;
import tasktracker.results.RunResult;
import tasktracker.results.WarmUp;
import tasktracker.results.live.LiveVerdict;
import tasktracker.stack.Stack;
import tasktracker.stack.resource.UsageSource;

/** {@code load}: one load test of anything that speaks HTTP, or of a fresh stack. */
@Command(
    name = "load",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Loads a URL, or a fresh stack of an architecture, and says what it measured and whether that"
          + " can be trusted.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  ./tasktracker load http://localhost:9000/health -u 64 -t 30s",
      "  ./tasktracker load http://localhost:9000/health --rate 5000 --arrivals poisson",
      "  ./tasktracker load http://localhost:9000 --scenario tasktracker -u 100 --think-time"
          + " 50ms-150ms",
      "  ./tasktracker load microservices --runtime docker -u 64 -t 30s",
      "  ./tasktracker load https://localhost:8443 --scenario shop.yaml --insecure --outdir shop",
      "  ./tasktracker load http://10.0.0.9:8080/ -u 5000 --on hosts.txt --token-file worker.token",
      "",
      "Exit codes: 0 done, 1 INVALID with --fail-on-invalid, 2 wrong usage, 3 the target or the"
          + " environment failed (port in use, service failed), 130 interrupted."
    })
final class LoadCommand implements Callable<Integer> {
  private static final int INVALID = 1;
  private static final Duration USUAL_WARM_UP = Duration.ofSeconds(5);
  private static final Duration WARM_UP_LIMIT = Duration.ofMinutes(2);

  @ParentCommand private TaskTracker root;

  @ArgGroup(validate = false, heading = "%nWhat is loaded:%n", order = 0)
  private TargetOptions target = new TargetOptions();

  @ArgGroup(validate = false, heading = "%nWhat is sent:%n", order = 1)
  private RequestOptions requests = new RequestOptions();

  @ArgGroup(validate = false, heading = "%nHow load is offered:%n", order = 2)
  private LoadModelOptions model = new LoadModelOptions();

  @ArgGroup(validate = false, heading = "%nHTTP:%n", order = 3)
  private HttpOptions http = new HttpOptions();

  @Option(
      names = {"-t", "--duration"},
      paramLabel = "TIME",
      defaultValue = "30s",
      description = "Length of the measurement (${DEFAULT-VALUE}).")
  private Duration duration;

  @Mixin private WarmUpTime warmUp = new WarmUpTime();

  @Mixin private SeedOption seed = new SeedOption();

  @Mixin private WorkerOptions workers = new WorkerOptions();

  @Option(
      names = "--outdir",
      paramLabel = "DIR",
      description =
          "New folder for results.json, report.html, Locust's CSV files and latency.hlog.")
  private Path outputDirectory;

  @Option(
      names = "--json",
      description = "Print results.json to standard output; progress goes to standard error.")
  private boolean json;

  @Option(names = "--fail-on-invalid", description = "Exit with 1 when the run is INVALID.")
  private boolean failOnInvalid;

  @Override
  public Integer call() {
    Optional<WorkerHosts> hosts = workers.toHosts();
    LoadTarget loaded = target.toTarget(hosts);
    ScenarioSource source = requests.source(loaded, http);
    LoadPlan plan = plan(loaded.host(), source);
    Optional<WorkerPlaces> places = workers.toPlaces(hosts, plan.model().users());
    hosts.ifPresent(each -> each.reached(plan.target()));
    requireConnections(plan, places);
    loaded.requireReady(plan.http().connectTimeout());
    Optional<ResultsFolder> folder =
        Optional.ofNullable(outputDirectory).map(named -> root.newFolder(named, "load"));
    Terminal terminal = root.terminal(json);
    try (Interruption _ = Interruption.ofThisThread()) {
      return loaded.whileUp(
          terminal,
          plan.scenario(),
          (host, stack) -> {
            WarmUpWatch watch = new WarmUpWatch(stack, plan.warmUp(), plan.warmUpLimit());
            LoadPlan placed = plan.withTarget(hosts.map(each -> each.reached(host)).orElse(host));
            Optional<Workers> others =
                places.map(where -> new Workers(LoadOrder.of(placed, source), placed, where));
            LoadRunner test = others.isPresent() ? others.get() : new LoadTest(placed);
            LoadResult result =
                loaded.judged(
                    StoppableRun.await(
                        test,
                        watched(
                            plan,
                            stack.flatMap(Stack::usage),
                            new LoadProgress(terminal, plan.model(), watch))));
            // Interrupted or not, what was measured is worth its files.
            Thread.interrupted();
            RunResult run =
                loaded
                    .result(result, places.map(WorkerPlaces::count).orElse(1))
                    .plus(others.map(Workers::records).map(WorkerKeys::of).orElse(Map.of()));
            conclude(
                result,
                watch.result().map(warm -> run.plus(Map.of(WarmUp.KEY, warm))).orElse(run),
                folder,
                terminal);
            return exitCode(result);
          });
    } catch (InterruptedException e) {
      terminal.line("Interrupted; nothing was measured");
      return Interruption.EXIT_CODE;
    } catch (SetUpException | WorkerException e) {
      throw new EnvironmentException(e.getMessage(), e);
    }
  }

  /** Nobody watches what leaves no files. */
  private LoadListener watched(LoadPlan plan, Optional<UsageSource> usage, LoadListener progress) {
    return outputDirectory == null
        ? progress
        : new LiveLoad(root.live(), plan, plan.scenario().name(), usage, progress);
  }

  private LoadPlan plan(URI host, ScenarioSource source) {
    Scenario scenario = WorkloadCatalog.open(source).scenario();
    Optional<ThinkTime> thinkTime = scenario.thinkTime();
    var offered = model.toModel(thinkTime);
    Duration least = warmUp.least(USUAL_WARM_UP, WARM_UP_LIMIT);
    try {
      return LoadPlan.of(host, scenario, offered)
          .withWarmUp(least, warmUp.isAuto() ? warmUp.limit(WARM_UP_LIMIT) : least)
          .withMeasurement(duration)
          .withHttp(http.toSettings())
          .withSeed(seed.value());
    } catch (IllegalArgumentException e) {
      throw new UsageException("--duration, --warmup or URL: " + e.getMessage(), e);
    }
  }

  /** Before a stack is brought up for nothing; workers elsewhere look at their own limits. */
  private static void requireConnections(LoadPlan plan, Optional<WorkerPlaces> places) {
    if (places.isEmpty() || places.get().shareOneMachine()) {
      int processes = places.map(WorkerPlaces::count).orElse(1);
      GeneratorLimits.against(plan.connections() / processes, plan.connections())
          .ifPresent(reason -> {
            throw new EnvironmentException(reason);
          });
    }
  }

  private void conclude(
      LoadResult result, RunResult run, Optional<ResultsFolder> folder, Terminal terminal) {
    folder.ifPresent(to -> {
      to.write(run);
      try {
        LocustFiles.write(result, to.path());
      } catch (IOException e) {
        throw new UncheckedIOException("cannot write to " + to.path(), e);
      }
    });
    terminal.line("");
    TextReport.of(result).forEach(terminal::line);
    Steadiness.warming(run).map("SUSPECT: "::concat).ifPresent(terminal::line);
    folder.ifPresent(to -> terminal.line("Files in " + to.path()));
    root.live().append(LiveSweep.ended(LiveLoad.RUN, 1, run));
    root.live().append(LiveVerdict.of(sentences(run), List.of(result.validity().verdict())));
    if (json) {
      root.output().json(run.toJson());
    }
  }

  private static List<String> sentences(RunResult run) {
    List<String> sentences = new ArrayList<>();
    sentences.add(
        "%s: %s requests/s, p95 %s ms, %s %% failed"
            .formatted(
                run.additions().get("validity"),
                ValueText.fixed(run.figures().throughput(), 1),
                ValueText.fixed(run.figures().latency().p95(), 1),
                ValueText.fixed(run.figures().errorRate(), 2)));
    run.addition("validity_reasons", String[].class).map(List::of).ifPresent(sentences::addAll);
    return sentences;
  }

  private int exitCode(LoadResult result) {
    if (result.stopped()) {
      return Interruption.EXIT_CODE;
    }
    if (!result.breakages().isEmpty()) {
      return EnvironmentException.EXIT_CODE;
    }
    boolean invalid = result.validity().verdict() == Validity.INVALID;
    return failOnInvalid && invalid ? INVALID : 0;
  }
}
