package tasktracker.results;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tasktracker.error.UsageException;
import tasktracker.results.file.Lines;
import tasktracker.results.file.Lines.Line;
import tasktracker.results.file.TextFile;

/**
 * Reads the endpoints of {@code stats_stats.csv}, of any version of Locust. A file that is not
 * there, that lacks a column, or that holds a row with something else, has none: a part of them
 * would not be the work of a run.
 */
public final class EndpointReader {
  private static final int MOST_ROWS = 10_000;
  private static final double MOST = 1e15;
  private static final List<String> COLUMNS =
      List.of("Type", "Name", "Request Count", "Failure Count", "Average Content Size");

  private EndpointReader() {}

  /**
   * An endpoint.
   *
   * @param method such as {@code GET}
   * @param name the path, or what the scenario calls it
   * @param requests counted
   * @param failures of these
   * @param meanBytes mean size of the bodies of its answers; NaN where it is not known
   */
  public record Row(String method, String name, long requests, long failures, double meanBytes) {}

  /** In the order of the file, without the row of all together. */
  public static List<Row> read(Path file) {
    if (!TextFile.isThere(file)) {
      return List.of();
    }
    try (Lines lines = TextFile.lines(file)) {
      Optional<Line> heading = lines.next();
      if (heading.isEmpty()) {
        return List.of();
      }
      CsvLine format = CsvLine.likeHeading(heading.get().text());
      List<String> columns = format.cells(heading.get().text());
      List<Integer> places = COLUMNS.stream().map(columns::indexOf).toList();
      if (places.contains(-1)) {
        return List.of();
      }
      List<Row> rows = new ArrayList<>();
      for (Optional<Line> next = lines.next();
          next.isPresent() && rows.size() < MOST_ROWS;
          next = lines.next()) {
        List<String> cells = format.cells(next.get().text());
        Row row = row(places.stream().map(cells::get).toList());
        if (!HistoryReader.isOfAll(row.name())) {
          rows.add(row);
        }
      }
      return rows;
    } catch (UsageException | NumberFormatException | IndexOutOfBoundsException e) {
      return List.of();
    }
  }

  private static Row row(List<String> cells) {
    return new Row(
        cells.get(0),
        cells.get(1),
        (long) HistoryReader.number(cells, 2, MOST),
        (long) HistoryReader.number(cells, 3, MOST),
        cells.get(4).strip().equals("N/A") ? Double.NaN : HistoryReader.number(cells, 4, MOST));
  }
}
