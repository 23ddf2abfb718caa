package tasktracker.experiments.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Option;
import tasktracker.analysis.estimate.Interval;
import tasktracker.analysis.verdict.AnalysisSettings;
import tasktracker.analysis.verdict.ComparedMetric;
import tasktracker.analysis.verdict.Effect;
import tasktracker.analysis.verdict.GateJudgement;
import tasktracker.analysis.verdict.JudgedFigure;
import tasktracker.analysis.verdict.LevelComparison;
import tasktracker.analysis.verdict.SweepAnalysis;
import tasktracker.analysis.verdict.Tolerance;
import tasktracker.error.UsageException;
import tasktracker.load.model.Percentage;
import tasktracker.report.verdict.FolderAnalysis;
import tasktracker.results.ResultsFolder;

/** A gate for builds, as options. */
final class GateOptions {
  @Option(
      names = "--gate",
      paramLabel = "SHARE",
      description =
          "Exit with 1 where a system is worse than the first by more than this, beyond the noise;"
              + " with 4 where that is too noisy to judge. Measures the first against itself before.")
  private Percentage gate;

  @Option(
      names = "--gate-metric",
      paramLabel = "NAMES",
      split = ",",
      description =
          "With --gate: throughput, p50, p95, p99, errors, cpu, memory (throughput, p50, p95,"
              + " errors, cpu and memory, where there are figures).")
  private List<String> names = List.of();

  /**
   * Checks them.
   *
   * @throws UsageException naming the first that cannot be used as given
   */
  void check() {
    UsageException.unless(
        gate != null || names.isEmpty(), "--gate-metric goes with --gate, such as --gate 5%%");
    names.forEach(name -> MetricNames.parse("--gate-metric", name));
  }

  boolean isGiven() {
    return gate != null;
  }

  /** Says how small a difference shows, as a system differs from itself. */
  void sayWhatShows(ResultsFolder itself, Terminal terminal) {
    SweepAnalysis analysis =
        FolderAnalysis.of(itself.path(), itself.read(), AnalysisSettings.DEFAULTS);
    List<String> parts = new ArrayList<>();
    for (ComparedMetric metric : ComparedMetric.values()) {
      analysis.comparisons().stream()
          .flatMap(comparison -> comparison.of(metric).stream())
          .filter(level -> metric.scale() == Effect.Scale.RATIO && metric.headline())
          .flatMap(level -> smallest(level).stream())
          .max(Double::compare)
          .ifPresent(share ->
              parts.add(
                  String.format(Locale.ROOT, "%s %.1f %%", metric.label(), 100 * share)
                      + (share > gate.value() ? " (more than the gate)" : "")));
    }
    terminal.line(
        parts.isEmpty()
            ? "How small a difference shows is not known: the first system against itself gave no intervals"
            : "Differences that show today, from the first system against itself: "
                + String.join(", ", parts));
  }

  /** How far the interval reaches from equality. */
  private static Optional<Double> smallest(LevelComparison level) {
    return Optional.ofNullable(level.effect())
        .map(effect -> effect.estimate().interval())
        .map(GateOptions::reach);
  }

  private static double reach(Interval interval) {
    return Math.expm1(
        Math.max(Math.abs(Math.log(interval.low())), Math.abs(Math.log(interval.high()))));
  }

  /** Judges what was measured, and says what came of it; nothing where there is no gate. */
  List<GateJudgement> judge(SweepAnalysis analysis, Terminal terminal) {
    if (gate == null) {
      return List.of();
    }
    List<GateJudgement> judgements =
        analysis.comparisons().stream()
            .flatMap(comparison ->
                comparison.levels().stream()
                    .filter(this::isJudged)
                    .map(level ->
                        GateJudgement.of(
                            comparison, level, new Tolerance(gate.value()), analysis.settings())))
            .toList();
    terminal.line("");
    terminal.line("Gate: worse by at most " + Math.round(1000 * gate.value()) / 10.0 + " %");
    judgements.forEach(judgement -> terminal.line("  " + line(judgement, terminal)));
    terminal.line(
        switch (JudgedFigure.Word.of(judgements)) {
          case PASSED -> terminal.green("Passed");
          case FAILED -> terminal.red("Failed");
          case NOT_JUDGED ->
              "Too noisy to judge, or nothing to judge: add repetitions or longer runs";
        });
    return judgements;
  }

  private boolean isJudged(LevelComparison level) {
    return names.isEmpty()
        ? level.metric().headline() && (level.baseline() != null || level.candidate() != null)
        : names.stream()
            .map(name -> MetricNames.parse("--gate-metric", name))
            .anyMatch(level.metric()::equals);
  }

  private static String line(GateJudgement judgement, Terminal terminal) {
    String word =
        switch (judgement.word()) {
          case PASSED -> terminal.green("passed");
          case FAILED -> terminal.red("failed");
          case NOT_JUDGED -> "not judged";
        };
    return "%s: %s: %s".formatted(word, judgement.subject(), judgement.reason());
  }
}
