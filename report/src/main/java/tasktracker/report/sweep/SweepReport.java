package tasktracker.report.sweep;

import java.util.ArrayList;
import java.util.List;
import tasktracker.analysis.verdict.ComparedMetric;
import tasktracker.analysis.verdict.Overview;
import tasktracker.analysis.verdict.SweepAnalysis;
import tasktracker.report.html.Block;
import tasktracker.report.html.Page;
import tasktracker.report.html.Section;

/**
 * {@code report.html} of a sweep: the verdict first, then what it rests on. The same folder gives
 * the same page.
 */
public final class SweepReport {

  private final SweepFindings findings;
  private final SweepAnalysis analysis;
  private final SweepCharts charts;

  private SweepReport(SweepFindings findings) {
    this.findings = findings;
    analysis = findings.analysis();
    charts = new SweepCharts(findings);
  }

  /** The page. */
  public static Page of(SweepFindings findings) {
    return new SweepReport(findings).page();
  }

  private Page page() {
    RunTables runs = new RunTables(findings);
    Overview overview = Overview.of(analysis);
    List<Section> sections = new ArrayList<>();
    sections.add(new Section("crossover", "Crossover", crossover()));
    sections.add(new Section("figures", "All figures by load", figures()));
    section("levels", "Level by level", levels(), sections);
    section("cost", "What a request costs", new CostTables(analysis).tables(), sections);
    section(
        "scalability",
        "Scalability and objectives",
        new ScalabilityTables(analysis).tables(),
        sections);
    section("drift", "Pairs in time order", new RunChartFigures(analysis).blocks(), sections);
    sections.add(new Section("runs", "Runs", runs.validity()));
    sections.addAll(new LevelRuns(findings).sections());
    sections.add(new Section("environment", "Environment", environment()));
    sections.add(new Section("method", "Method", List.of(new Block.Prose(analysis.method()))));
    sections.add(new Section("numbers", "Raw numbers", List.of(runs.numbers())));
    return new Page(
        findings.title() + ", " + findings.name(),
        String.join("; ", overview.headlines()),
        new FirstScreen(analysis, overview).blocks(),
        sections,
        "TaskTracker Experiments");
  }

  private List<Block> crossover() {
    return List.of(new Block.Figure(charts.crossovers(), Block.Axis.USERS));
  }

  private List<Block> figures() {
    List<Block> figures =
        Metric.ALL.stream()
            .<Block>map(metric ->
                new Block.Figure(
                    insight(metric), charts.of(metric).withoutSubtitle(), Block.Axis.USERS))
            .toList();
    return List.of(new Block.Prose(Conditions.of(findings) + "."), new Block.Columns(figures));
  }

  private String insight(Metric metric) {
    ComparedMetric compared = metric.compared();
    return compared == null ? null : analysis.insights().get(compared);
  }

  private List<Block> levels() {
    return analysis.comparisons().stream()
        .<Block>map(comparison -> ComparisonTable.of(comparison, analysis.settings()))
        .toList();
  }

  private List<Block> environment() {
    return List.of(new Block.Facts(new EnvironmentFacts(findings.recorded().config()).facts()));
  }

  private static void section(String id, String title, List<Block> blocks, List<Section> sections) {
    if (!blocks.isEmpty()) {
      sections.add(new Section(id, title, blocks));
    }
  }
}
