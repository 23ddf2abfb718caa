package tasktracker.experiments.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import tasktracker.analysis.verdict.AnalysisSettings;
import tasktracker.analysis.verdict.Comparison;
import tasktracker.analysis.verdict.Overview;
import tasktracker.analysis.verdict.Sensitivity;
import tasktracker.analysis.verdict.SweepAnalysis;
import tasktracker.experiments.Isolation;
import tasktracker.experiments.RunFiguresTable;
import tasktracker.experiments.SweepSettings;
import tasktracker.report.TextTable;
import tasktracker.report.verdict.FolderAnalysis;
import tasktracker.results.RecordedRuns;
import tasktracker.results.ResultsFolder;
import tasktracker.results.RunResult;
import tasktracker.results.file.TargetFile;

/** {@code calibrate}: how small a difference this machine shows. */
@Command(
    name = "calibrate",
    mixinStandardHelpOptions = true,
    description = {
      "Measures a system against itself on this machine, and says how small a difference it can find"
          + " here in 5 and in 20 minutes.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  ./tasktracker calibrate",
      "  ./tasktracker calibrate http://localhost:8080/ -u 20 -t 10s --repeats 10",
      "",
      "runs.csv in the folder has the figures of every run, in the order of time."
    })
final class CalibrateCommand implements Callable<Integer> {
  private static final int REPEATS = 6;
  private static final List<Integer> MINUTES = List.of(5, 20);
  private static final double SECONDS_PER_MINUTE = 60;

  @ParentCommand private TaskTracker root;

  @Parameters(
      paramLabel = "TARGET",
      arity = "0..1",
      defaultValue = "monolith",
      description =
          "A URL, an architecture of the lab or a .yaml file, as for versus (${DEFAULT-VALUE}).")
  private String target;

  @ArgGroup(validate = false)
  private VersusOptions options = new VersusOptions();

  @Mixin private OutdirOption outdir = new OutdirOption();

  @Override
  public Integer call() {
    SweepSettings settings = options.toSettings(VersusTargets.twice(target), REPEATS);
    Isolation isolation = SweepCommand.isolation(settings);
    SweepCommand.readyStacks(settings, isolation);
    ResultsFolder folder = root.newFolder(outdir.folder(), "calibrate");
    int status = AgainstItself.measure(settings, isolation, folder, root);
    if (status == 0) {
      conclude(folder, folder.read(), root.terminal());
    }
    return status;
  }

  private static void conclude(ResultsFolder folder, RecordedRuns recorded, Terminal terminal) {
    TargetFile.write(folder.path().resolve("runs.csv"), RunFiguresTable.of(recorded.runs()));
    SweepAnalysis analysis = FolderAnalysis.of(folder.path(), recorded, AnalysisSettings.DEFAULTS);
    folder.writeAnalysis(analysis);
    Comparison itself = analysis.comparisons().getFirst();
    List<Sensitivity> sensitivities = Sensitivity.of(itself);
    double seconds = secondsOfARepetition(recorded.runs());
    terminal.line("");
    if (sensitivities.isEmpty()) {
      terminal.line("How small a difference shows is not known: there are less than three pairs");
    } else {
      say(sensitivities, seconds, terminal);
    }
    terminal.line(
        claims(itself, analysis) == 0
            ? "Against itself: no winner was named, as it should be"
            : "Against itself: a winner was named by chance, which happens in at most 5 % of"
                + " calibrations of a steady machine");
    terminal.line(Overview.of(analysis).limits());
    terminal.line("Results in " + folder.path());
  }

  private static void say(List<Sensitivity> sensitivities, double seconds, Terminal terminal) {
    terminal.line(
        "Smallest differences that are found here, in 4 of 5 comparisons (a pair takes %.0f s):"
            .formatted(seconds));
    List<List<String>> rows = new ArrayList<>();
    List<String> headings = new ArrayList<>(List.of(""));
    MINUTES.forEach(minutes ->
        headings.add("in %d minutes (%d pairs)".formatted(minutes, pairs(minutes, seconds))));
    rows.add(headings);
    for (Sensitivity sensitivity : sensitivities) {
      List<String> row = new ArrayList<>(List.of(sensitivity.metric().label()));
      MINUTES.forEach(minutes ->
          row.add(
              text(
                  sensitivity.smallest(
                      pairs(minutes, seconds), AnalysisSettings.DEFAULTS.confidence()))));
      rows.add(row);
    }
    TextTable.aligned(rows, Set.of(0)).forEach(terminal::line);
  }

  private static int pairs(int minutes, double seconds) {
    return (int) Math.floor(minutes * SECONDS_PER_MINUTE / seconds);
  }

  private static String text(OptionalDouble share) {
    return share.isPresent()
        ? String.format(Locale.ROOT, "%.1f %%", 100 * share.getAsDouble())
        : "N/A";
  }

  private static long claims(Comparison itself, SweepAnalysis analysis) {
    return itself.levels().stream()
        .filter(level -> level.metric().headline() && level.isClaim(analysis.settings()))
        .count();
  }

  private static double secondsOfARepetition(List<RunResult> runs) {
    double seconds =
        runs.stream().mapToDouble(run -> run.addition("wall_s", Double.class).orElse(0.0)).sum();
    int repetitions = runs.stream().mapToInt(run -> run.repetition().orElse(1)).max().orElse(1);
    return Math.max(1, seconds / repetitions);
  }
}
