package tasktracker.report.sweep;

import static tasktracker.report.html.Table.Column.numbers;
import static tasktracker.report.html.Table.Column.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import tasktracker.analysis.verdict.IdleCost;
import tasktracker.analysis.verdict.RequestPrice;
import tasktracker.analysis.verdict.ServiceUse;
import tasktracker.analysis.verdict.SweepAnalysis;
import tasktracker.report.html.Block;
import tasktracker.report.html.Table;
import tasktracker.report.html.Table.Cell;

/** What requests cost: by service, databases apart, in money where prices were given, and idle. */
final class CostTables {

  private final SweepAnalysis analysis;

  CostTables(SweepAnalysis analysis) {
    this.analysis = analysis;
  }

  List<Block> tables() {
    List<Block> blocks = new ArrayList<>();
    services("Services, per request that the whole stack served", false).ifPresent(blocks::add);
    services("Databases, per request that the whole stack served", true).ifPresent(blocks::add);
    services("Services and databases, not told apart in this data", null).ifPresent(blocks::add);
    prices().ifPresent(blocks::add);
    idle().ifPresent(blocks::add);
    return blocks;
  }

  private Optional<Table> services(String caption, Boolean database) {
    List<List<Cell>> rows =
        analysis.services().stream()
            .filter(use -> Objects.equals(use.database(), database))
            .map(CostTables::row)
            .toList();
    return table(
        caption,
        List.of(
            words("Service"),
            words("Architecture"),
            numbers("Users"),
            numbers("CPU ms"),
            numbers("Share of CPU %"),
            numbers("Memory MB"),
            numbers("Memory MB·s")),
        rows);
  }

  private static List<Cell> row(ServiceUse use) {
    return List.of(
        Cell.of(use.service()),
        Cell.of(use.architecture()),
        Cell.of(use.concurrency()),
        Cell.of(use.cpuMsPerRequest()),
        Cell.of(use.cpuShare() == null ? null : (Double) (100 * use.cpuShare())),
        Cell.of(use.memoryMb()),
        Cell.of(use.memoryMbSecondsPerRequest()));
  }

  private Optional<Table> prices() {
    return table(
        "Price of a million requests, for the CPU and memory in use",
        List.of(
            words("Architecture"),
            numbers("Users"),
            words("Currency"),
            numbers("Together"),
            numbers("CPU"),
            numbers("Memory")),
        analysis.prices().stream().map(CostTables::row).toList());
  }

  private static List<Cell> row(RequestPrice price) {
    return List.of(
        Cell.of(price.architecture()),
        Cell.of(price.concurrency()),
        Cell.of(price.currency()),
        Estimates.cell(price.estimate()),
        Cell.of(price.cpu()),
        Cell.of(price.memory()));
  }

  private Optional<Table> idle() {
    return table(
        "Idle: what a stack takes while nobody asks it for anything",
        List.of(
            words("Architecture"),
            numbers("Deployments"),
            numbers("CPU, % of one vCPU"),
            numbers("Memory MB")),
        analysis.idle().stream().map(CostTables::row).toList());
  }

  private static List<Cell> row(IdleCost idle) {
    return List.of(
        Cell.of(idle.architecture()),
        Cell.of(idle.deployments()),
        Estimates.cell(idle.cpuPercent()),
        Estimates.cell(idle.memoryMb()));
  }

  private static Optional<Table> table(
      String caption, List<Table.Column> columns, List<List<Cell>> rows) {
    return rows.isEmpty() ? Optional.empty() : Optional.of(new Table(caption, columns, rows));
  }
}
