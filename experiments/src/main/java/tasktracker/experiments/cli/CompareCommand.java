package tasktracker.experiments.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import tasktracker.analysis.verdict.AnalysisSettings;
import tasktracker.analysis.verdict.ComparedMetric;
import tasktracker.analysis.verdict.LevelComparison;
import tasktracker.error.UsageException;
import tasktracker.load.model.Percentage;
import tasktracker.report.verdict.FolderComparison;
import tasktracker.report.verdict.RegressionGate;
import tasktracker.results.ResultsFolder;

/** {@code compare}: two results folders level by level, for people and for a build. */
@Command(
    name = "compare",
    mixinStandardHelpOptions = true,
    description = {
      "Compares two results folders level by level, each architecture with itself: yesterday and"
          + " today, or two machines.",
      ""
    },
    footer = {
      "",
      "Example:",
      "  ./tasktracker compare yesterday today --metric p95,cpu --max-regression 5%%",
      "",
      "Exit codes: 0 done, 1 a regression beyond the gate or something that it cannot see, 2 wrong usage or not comparable."
    })
final class CompareCommand implements Callable<Integer> {
  @ParentCommand private TaskTracker root;

  @Parameters(index = "0", paramLabel = "DIR_A", description = "The results to compare with.")
  private Path before;

  @Parameters(index = "1", paramLabel = "DIR_B", description = "The results to judge.")
  private Path after;

  @Option(
      names = "--metric",
      paramLabel = "NAMES",
      split = ",",
      description = "throughput, p50, p95, p99, errors, cpu, memory, or the keys of results (all).")
  private List<String> names = List.of();

  @Option(
      names = "--max-regression",
      paramLabel = "SHARE",
      description =
          "Exit with 1 where a figure became worse by more than this, beyond chance; without an"
              + " interval by its estimate alone. Levels and runs that are missing, failed or"
              + " INVALID do not pass either.")
  private Percentage gate;

  @Mixin private ResamplingOptions resampling = new ResamplingOptions();

  @Option(names = "--force", description = "Compare what was configured differently, too.")
  private boolean force;

  @Override
  public Integer call() {
    List<ComparedMetric> metrics =
        names.isEmpty()
            ? Arrays.asList(ComparedMetric.values())
            : names.stream().map(name -> MetricNames.parse("--metric", name)).toList();
    AnalysisSettings settings = resampling.settings();
    ResultsFolder one = ResultsFolder.open(before);
    ResultsFolder other = ResultsFolder.open(after);
    FolderComparison comparison =
        gate == null
            ? FolderComparison.of(one, other, settings)
            : FolderComparison.forGate(one, other, settings);
    List<String> differences = comparison.differences();
    if (!differences.isEmpty() && !force) {
      throw new UsageException(
          "configured differently, so not comparable without --force: "
              + String.join("; ", differences));
    }
    Terminal terminal = root.terminal();
    differences.forEach(line -> terminal.line("note: configured differently: " + line));
    ComparisonText.of(comparison.comparisons(), metrics).forEach(terminal::line);
    return gate == null ? 0 : judge(comparison, metrics, terminal);
  }

  private int judge(FolderComparison comparison, List<ComparedMetric> metrics, Terminal terminal) {
    RegressionGate regressions = new RegressionGate(gate.value());
    List<String> unseen = new ArrayList<>(comparison.unseen());
    if (!names.isEmpty()) {
      unseen.addAll(lines(comparison, metrics, regressions::missingBaseline));
    }
    List<String> found = lines(comparison, metrics, regressions::regression);
    terminal.line("");
    say("Not seen, so not passed:", unseen, terminal);
    say("Regressions beyond the gate:", found, terminal);
    if (unseen.isEmpty() && found.isEmpty()) {
      terminal.line("No regression beyond the gate.");
    }
    return unseen.isEmpty() && found.isEmpty() ? 0 : 1;
  }

  private static void say(String title, List<String> lines, Terminal terminal) {
    if (!lines.isEmpty()) {
      terminal.line(terminal.red(title));
      lines.forEach(line -> terminal.line("  " + line));
    }
  }

  private static List<String> lines(
      FolderComparison comparison,
      List<ComparedMetric> metrics,
      Function<LevelComparison, Optional<String>> objection) {
    return comparison.comparisons().stream()
        .flatMap(each ->
            each.levels().stream()
                .filter(level -> metrics.contains(level.metric()))
                .flatMap(level ->
                    objection
                        .apply(level)
                        .map(why -> each.baseline() + " " + describe(level, why))
                        .stream()))
        .toList();
  }

  private static String describe(LevelComparison level, String why) {
    return "at %d users: %s (%s)".formatted(level.concurrency(), level.metric().label(), why);
  }
}
