package tasktracker.experiments.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import tasktracker.analysis.verdict.AnalysisSettings;
import tasktracker.analysis.verdict.SweepAnalysis;
import tasktracker.error.UsageException;
import tasktracker.load.model.Percentage;
import tasktracker.results.ResultsFolder;

/** {@code analyze}: says what a results folder shows, and how sure that is. */
@Command(
    name = "analyze",
    mixinStandardHelpOptions = true,
    description = {
      "Compares the architectures of a results folder, of any age, and writes analysis.json.",
      ""
    },
    footer = {
      "",
      "Example:",
      "  ./tasktracker analyze experiments/results/sweep_20261124_101500 --slo 'p95<200ms'"
    })
final class AnalyzeCommand implements Callable<Integer> {
  @ParentCommand private TaskTracker root;

  @Parameters(paramLabel = "RESULTS_DIR", description = "The results folder.")
  private Path results;

  @Mixin private ResamplingOptions resampling = new ResamplingOptions();

  @Option(
      names = "--work-tolerance",
      paramLabel = "SHARE",
      defaultValue = "2%",
      description =
          "Compare nothing where the work of two systems differs by more than this: requests per"
              + " iteration, endpoint mix, failures, sizes of answers (${DEFAULT-VALUE}).")
  private Percentage workTolerance;

  @Mixin private Objectives slo = new Objectives();

  @Option(
      names = "--junit",
      paramLabel = "FILE",
      description =
          "With --slo: write the judgements as JUnit XML, and exit with 1 where one is missed.")
  private Path junit;

  @Option(
      names = "--prices",
      paramLabel = "FILE",
      description =
          "Report the price of a million requests, from a YAML file with currency, vcpu_hour and gb_hour.")
  private Path prices;

  @Override
  public Integer call() {
    String objective = slo.checked();
    UsageException.unless(
        junit == null || objective != null, "--junit goes with --slo, such as --slo 'p95<200ms'");
    AnalysisSettings settings =
        resampling
            .settings()
            .withWorkTolerance(workTolerance.value())
            .withObjective(objective)
            .withPrices(prices == null ? null : PriceFile.read(prices));
    ResultsFolder folder = ResultsFolder.open(results);
    SweepAnalysis analysis = Analysing.of(folder, folder.read(), settings, root.terminal());
    return junit == null
        ? 0
        : new Requirements("analyze", objective, new GateOptions(), junit)
            .judge(analysis, root.terminal());
  }
}
