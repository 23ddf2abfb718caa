package tasktracker.report.sweep;

import static tasktracker.report.html.Table.Column.numbers;
import static tasktracker.report.html.Table.Column.words;

import java.util.ArrayList;
import java.util.List;
import tasktracker.analysis.verdict.Scalability;
import tasktracker.analysis.verdict.SloCapacity;
import tasktracker.analysis.verdict.SweepAnalysis;
import tasktracker.report.html.Block;
import tasktracker.report.html.Table;
import tasktracker.report.html.Table.Cell;

/** How throughput grows with users, and how many users fit into a service-level objective. */
final class ScalabilityTables {

  private final SweepAnalysis analysis;

  ScalabilityTables(SweepAnalysis analysis) {
    this.analysis = analysis;
  }

  List<Block> tables() {
    List<Block> blocks = new ArrayList<>();
    if (!analysis.scalability().isEmpty()) {
      blocks.add(law());
      blocks.add(
          new Block.Details(
              "What was measured and what the law says",
              analysis.scalability().stream()
                  .filter(each -> each.law() != null)
                  .map(ScalabilityTables::residuals)
                  .toList()));
    }
    if (!analysis.objectives().isEmpty()) {
      blocks.add(objectives());
    }
    if (!analysis.capacities().isEmpty()) {
      blocks.add(capacities());
    }
    return blocks;
  }

  private Block law() {
    return new Table(
        "Universal Scalability Law: X(N) = γN / (1 + α(N − 1) + βN(N − 1))",
        List.of(
            words("Architecture"),
            numbers("γ, requests/s per user"),
            numbers("α, contention"),
            numbers("β, coherency"),
            numbers("Peak at users"),
            numbers("Peak requests/s"),
            numbers("R²"),
            numbers("Knee at users"),
            words("Note")),
        analysis.scalability().stream().map(ScalabilityTables::row).toList());
  }

  private static List<Cell> row(Scalability each) {
    Scalability.Law law = each.law();
    String note = each.kneeNote() == null ? "" : each.kneeNote();
    return List.of(
        Cell.of(each.architecture()),
        Estimates.cell(law == null ? null : law.gamma()),
        Estimates.cell(law == null ? null : law.alpha()),
        Estimates.cell(law == null ? null : law.beta()),
        Cell.of(law == null ? null : law.peakConcurrency()),
        Cell.of(law == null ? null : law.peakThroughput()),
        Cell.of(law == null ? null : (Double) law.rSquared()),
        Cell.of(each.knee()),
        Cell.of(each.refusal() == null ? note : "refused: " + each.refusal() + "; " + note));
  }

  private static Block residuals(Scalability each) {
    return new Table(
        each.architecture() + ": throughput by users",
        List.of(
            numbers("Users"), numbers("Measured requests/s"), numbers("Law"), numbers("Residual")),
        each.law().points().stream()
            .map(point ->
                List.of(
                    Cell.of(point.concurrency()),
                    Cell.of(point.measured()),
                    Cell.of(point.fitted()),
                    Cell.of(point.residual())))
            .toList());
  }

  private Block objectives() {
    return new Table(
        "Objectives at each level",
        ObjectiveRows.HEADINGS.stream().map(Table.Column::words).toList(),
        ObjectiveRows.of(analysis).stream()
            .map(row -> row.stream().map(Cell::of).toList())
            .toList());
  }

  private Block capacities() {
    return new Table(
        "Users within the objective, among the tested levels",
        List.of(
            words("Architecture"),
            words("Objective"),
            numbers("Met up to"),
            numbers("Missed from"),
            numbers("Users, interpolated")),
        analysis.capacities().stream().map(ScalabilityTables::row).toList());
  }

  private static List<Cell> row(SloCapacity capacity) {
    return List.of(
        Cell.of(capacity.architecture()),
        Cell.of(capacity.objective()),
        Cell.of(capacity.met() == null ? null : (Double) (double) capacity.met()),
        Cell.of(capacity.missed() == null ? null : (Double) (double) capacity.missed()),
        Estimates.cell(capacity.users()));
  }
}
