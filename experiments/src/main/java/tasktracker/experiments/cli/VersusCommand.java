package tasktracker.experiments.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import tasktracker.error.UsageException;
import tasktracker.experiments.Isolation;
import tasktracker.experiments.StackSource;
import tasktracker.experiments.SweepSettings;
import tasktracker.results.ResultsFolder;

/** {@code versus}: any systems against each other. */
@Command(
    name = "versus",
    mixinStandardHelpOptions = true,
    description = {
      "Loads two to six systems in turn, in random order, and says which is better, at what cost,"
          + " and how sure that is.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  ./tasktracker versus before=http://localhost:8080/ after=http://localhost:8081/",
      "  ./tasktracker versus old=http://localhost:8080 new=http://localhost:8081 --scenario"
          + " shop.yaml -u 10,50,200 --until-sure",
      "  ./tasktracker versus monolith modular.yaml -u 50 -t 30s --repeats 5",
      "  ./tasktracker versus before=http://localhost:8080/ after=http://localhost:8081/ --gate 5%%"
          + " --junit gate.xml",
      "",
      "An interrupted one goes on with ./tasktracker sweep --resume DIR.",
      "Exit codes: 0 done or passed, 1 the gate failed or an objective was missed, 2 wrong usage, 3 the environment, 4 too noisy"
          + " to judge, 130 interrupted."
    })
final class VersusCommand implements Callable<Integer> {
  @ParentCommand private TaskTracker root;

  @Parameters(
      paramLabel = "TARGET",
      description = {
        "NAME=URL, or a URL, which is named after host and port. Without --scenario it is asked for"
            + " its path, over and over; with one, give scheme, host and port alone.",
        "Or an architecture of the lab: monolith, microservices, or a .yaml file, also as NAME=FILE."
            + " The first target is what the others are compared with."
      })
  private List<String> targets = List.of();

  @ArgGroup(validate = false)
  private VersusOptions options = new VersusOptions();

  @ArgGroup(validate = false)
  private GateOptions gate = new GateOptions();

  @Mixin private Objectives slo = new Objectives();

  @Option(
      names = "--junit",
      paramLabel = "FILE",
      description = "With --gate or --slo: write the judgements as JUnit XML.")
  private Path junit;

  @Mixin private OutdirOption outdir = new OutdirOption();

  @Override
  public Integer call() {
    String objective = slo.checked();
    gate.check();
    UsageException.unless(
        junit == null || gate.isGiven() || objective != null,
        "--junit goes with --gate or --slo, such as --gate 5%%");
    SweepSettings settings = options.toSettings(VersusTargets.parse(targets));
    Isolation isolation = SweepCommand.isolation(settings);
    StackSource stacks = SweepCommand.readyStacks(settings, isolation);
    ResultsFolder folder = root.newFolder(outdir.folder(), "versus");
    int status = gate.isGiven() ? measureItself(isolation, folder) : 0;
    return status == 0
        ? SweepCommand.begin(
            settings,
            isolation,
            stacks,
            folder,
            new Requirements("versus", objective, gate, junit),
            root)
        : status;
  }

  /** In a folder below. */
  private int measureItself(Isolation isolation, ResultsFolder parent) {
    SweepSettings itself = options.toSettings(VersusTargets.twice(targets.getFirst()));
    ResultsFolder folder = ResultsFolder.createAt(parent.path().resolve("against_itself"));
    int status = AgainstItself.measure(itself, isolation, folder, root);
    if (status == 0) {
      gate.sayWhatShows(folder, root.terminal());
    }
    return status;
  }
}
