package tasktracker.experiments.cli;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import tasktracker.experiments.Isolation;
import tasktracker.experiments.RuntimeKind;
import tasktracker.experiments.StackSource;
import tasktracker.experiments.failure.FailureExperiment;
import tasktracker.experiments.failure.FailureSettings;
import tasktracker.report.ChartImage;
import tasktracker.results.ResultsFolder;

/** {@code failure}: something breaks under load, and what its users go through is measured. */
@Command(
    name = "failure",
    mixinStandardHelpOptions = true,
    description = {
      "Injects a fault into a service or a database under steady load, reverts it, and reports user"
          + " impact: how long, which requests, and whether any acknowledged write was lost.",
      ""
    },
    footer = {
      "",
      "Exit code 1 when a write is lost, or cannot be read back.",
      "",
      "Examples:",
      "  ./tasktracker failure --quick",
      "  ./tasktracker failure --arch both --failure-mode stop-start --downtime 15",
      "  ./tasktracker failure --target-service tasktracker_task_db --failure-mode kill",
      "  ./tasktracker failure --replicas 3 --instance 2 --failure-mode pause",
      "  ./tasktracker failure --fault latency:delay=200ms,jitter=50ms --injections 5 --every 30s",
      "  ./tasktracker failure --matrix --arch both --quick",
      "  ./tasktracker failure --runtime external --base-url http://localhost:8080 --arch shop \\",
      "      --target-service cart --scenario shop.yaml"
    })
final class FailureCommand implements Callable<Integer> {
  @ParentCommand private TaskTracker root;
  @Spec private CommandSpec spec;

  @Mixin private FailureOptions options = new FailureOptions();

  @Mixin private OutdirOption outdir = new OutdirOption();

  @Option(
      names = "--matrix",
      description =
          "Every fault, on the target service and on its database, one after the other; then one"
              + " table of all. With --arch both --quick it takes 25 minutes. Each fault has its"
              + " report in a folder of its own when it is done; if it is cut, break the rest with"
              + " --failure-mode and --target-service.")
  private boolean matrix;

  @Override
  public Integer call() {
    List<FailureSettings> plan =
        matrix ? options.toMatrix(spec) : List.of(options.toSettings(spec));
    Isolation isolation = Isolation.plan(plan.getFirst().isolate(), plan.getFirst().runtime());
    StackSource stacks = plan.getFirst().stacks(isolation, Checkout.installation());
    stacks.requireReady();
    if (plan.getFirst().runtime() == RuntimeKind.EXTERNAL) {
      plan.forEach(settings -> FailureExperiment.requireBreakable(settings, stacks));
    }
    ChartImage.prepare();
    ResultsFolder folder = root.newFolder(outdir.folder(), "failure");
    Terminal terminal = root.terminal();
    terminal.line("Results go to " + terminal.bold(folder.path().toString()));
    FailureSession session = new FailureSession(root, isolation, folder.path(), terminal);
    try (Interruption _ = Interruption.calling(session::stop, session::hurry)) {
      isolation.enter();
      try {
        session.plan(plan);
        plan.forEach(settings -> session.carryOut(settings, matrix));
      } finally {
        isolation.leave();
      }
      session.conclude(matrix);
    }
    return session.exitCode();
  }
}
