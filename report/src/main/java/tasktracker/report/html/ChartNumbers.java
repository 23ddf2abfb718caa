package tasktracker.report.html;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import tasktracker.report.Chart;
import tasktracker.report.Palette;
import tasktracker.report.ValueText;
import tasktracker.report.html.Table.Cell;
import tasktracker.report.html.Table.Column;

/** The numbers of a chart as tables, for those who cannot or would not look at lines. */
final class ChartNumbers {

  private ChartNumbers() {}

  static List<Block> of(Block.Figure figure) {
    Chart chart = figure.chart();
    return chart.panels().stream()
        .<Block>map(panel ->
            table(
                chart.loadLabel(),
                figure.axis(),
                panel,
                List.copyOf(Palette.of(chart.names()).keySet())))
        .toList();
  }

  private static Table table(String load, Block.Axis axis, Chart.Panel panel, List<String> names) {
    List<Column> columns = new ArrayList<>(List.of(Column.numbers(load)));
    names.forEach(name -> columns.add(Column.numbers(name)));
    var loads = new TreeSet<Double>();
    panel.lines().forEach(line -> line.points().forEach(point -> loads.add(point.load())));
    List<List<Cell>> rows = new ArrayList<>();
    for (double at : loads) {
      List<Cell> row = new ArrayList<>(List.of(Cell.of(axis.label(at), at)));
      names.forEach(name -> row.add(cell(panel, name, at)));
      rows.add(row);
    }
    return new Table(panel.label(), columns, rows);
  }

  private static Cell cell(Chart.Panel panel, String name, double load) {
    return panel.lines().stream()
        .filter(line -> line.name().equals(name))
        .flatMap(line -> line.points().stream())
        .filter(point -> point.load() == load)
        .findFirst()
        .map(Cell::of)
        .orElse(Cell.of(ValueText.MISSING));
  }
}
