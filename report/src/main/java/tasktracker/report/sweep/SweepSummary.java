package tasktracker.report.sweep;

import java.util.List;
import java.util.stream.Stream;
import tasktracker.analysis.estimate.Estimate;
import tasktracker.analysis.verdict.ComparedMetric;
import tasktracker.analysis.verdict.Comparison;
import tasktracker.analysis.verdict.LevelComparison;
import tasktracker.analysis.verdict.Overview;
import tasktracker.analysis.verdict.SweepAnalysis;
import tasktracker.analysis.verdict.Wording;
import tasktracker.report.Markdown;
import tasktracker.report.ValueText;

/** {@code summary.md} of a sweep: verdict and table for a pull request or a wiki. */
public final class SweepSummary {

  private final SweepFindings findings;
  private final SweepAnalysis analysis;
  private final Markdown text = new Markdown();

  private SweepSummary(SweepFindings findings) {
    this.findings = findings;
    analysis = findings.analysis();
  }

  /** The text, in GitHub's Markdown. */
  public static String of(SweepFindings findings) {
    return new SweepSummary(findings).text();
  }

  private String text() {
    text.heading(2, findings.title());
    Overview overview = Overview.of(analysis);
    overview.headlines().forEach(text::strong);
    overview.matrices().forEach(matrix -> text.table(matrix.headings(), matrix.texts()));
    text.paragraph(overview.limits());
    notes("In words", analysis.sentences());
    List<List<String>> objectives = ObjectiveRows.of(analysis);
    if (!objectives.isEmpty()) {
      text.table(ObjectiveRows.HEADINGS, objectives);
    }
    analysis.comparisons().forEach(this::comparison);
    if (analysis.comparisons().isEmpty()) {
      curves();
    }
    notes("Warnings", analysis.warnings());
    notes(
        "Left out",
        findings.runs().stream()
            .map(SweepFindings.AssessedRun::assessment)
            .filter(run -> run.excluded())
            .map(run -> run.run() + ": " + String.join("; ", run.reasons()))
            .toList());
    findings
        .command()
        .ifPresent(command -> text.paragraph("Measured again with:").code("sh", List.of(command)));
    return text.toString();
  }

  private void comparison(Comparison comparison) {
    text.table(
        List.of(
            "Metric",
            "Users",
            comparison.baseline(),
            comparison.candidate(),
            "Ratio or difference",
            "Word"),
        Stream.of(ComparedMetric.values())
            .filter(ComparedMetric::headline)
            .flatMap(metric -> comparison.of(metric).stream())
            .map(this::row)
            .toList());
    text.paragraph(
        "Ratios and differences are "
            + comparison.candidate()
            + " against "
            + comparison.baseline()
            + ". Intervals are in brackets.");
  }

  private List<String> row(LevelComparison level) {
    return List.of(
        level.metric().label() + " (" + level.metric().unit() + ")",
        String.valueOf(level.concurrency()),
        estimate(level.baseline()),
        estimate(level.candidate()),
        level.effect() == null ? ValueText.MISSING : Wording.effect(level.effect()),
        Word.on(level, analysis.settings()));
  }

  /** The figures of a single architecture, which has nothing beside it. */
  private void curves() {
    text.table(
        List.of("Metric", "Architecture", "Users", "Figure"),
        analysis.curves().stream()
            .filter(curve -> curve.metric().headline())
            .flatMap(curve ->
                curve.levels().stream()
                    .map(level ->
                        List.of(
                            curve.metric().label() + " (" + curve.metric().unit() + ")",
                            curve.architecture(),
                            String.valueOf(level.concurrency()),
                            estimate(level.estimate()))))
            .toList());
  }

  private void notes(String title, List<String> notes) {
    if (!notes.isEmpty()) {
      text.paragraph(title + ":");
      text.list(notes);
    }
  }

  private static String estimate(Estimate estimate) {
    return estimate == null ? ValueText.MISSING : Wording.estimate(estimate);
  }
}
