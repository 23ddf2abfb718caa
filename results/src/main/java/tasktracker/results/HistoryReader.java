package tasktracker.results;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import tasktracker.error.UsageException;
import tasktracker.results.file.Lines;
import tasktracker.results.file.Lines.Line;
import tasktracker.results.file.TextFile;

/**
 * Reads the rows of all requests together from {@code stats_stats_history.csv}, of any version of
 * Locust: with any separator and quotes, with times as whole or decimal seconds. Rows that hold
 * something else are left out with a warning.
 */
public final class HistoryReader {
  private static final double LATEST = 32_503_680_000.0;
  private static final int MOST_ROWS = 1_000_000;

  private final Path file;
  private final Consumer<String> warnings;
  private final List<Row> rows = new ArrayList<>();
  private CsvLine format;
  private int time;
  private int users;
  private int name;
  private int requests;
  private int damaged;
  private String firstDamage;

  private HistoryReader(Path file, Consumer<String> warnings) {
    this.file = file;
    this.warnings = warnings;
  }

  /**
   * One second.
   *
   * @param epochSecond when it was written
   * @param users running then
   * @param requests counted so far
   */
  public record Row(long epochSecond, int users, long requests) {}

  /**
   * In the order of the file; empty where there is none, and with a warning where it is no history.
   */
  public static List<Row> read(Path file, Consumer<String> warnings) {
    if (!TextFile.isThere(file)) {
      return List.of();
    }
    try (Lines lines = TextFile.lines(file)) {
      return new HistoryReader(file, warnings).read(lines);
    } catch (UsageException e) {
      warnings.accept(e.getMessage() + "; the history is left out");
      return List.of();
    }
  }

  private List<Row> read(Lines lines) {
    Optional<Line> heading = lines.next();
    if (heading.isEmpty() || !isHeading(heading.get().text())) {
      warnings.accept(
          file
              + ", line 1: left out, the columns Timestamp, User Count, Name and Total Request"
              + " Count are not all there");
      return List.of();
    }
    for (Optional<Line> next = lines.next();
        next.isPresent() && rows.size() < MOST_ROWS;
        next = lines.next()) {
      read(next.get());
    }
    if (damaged > 0) {
      warnings.accept(
          "%s: left out%s; the rest is used"
              .formatted(
                  firstDamage, damaged == 1 ? "" : ", as %d more lines".formatted(damaged - 1)));
    }
    return rows;
  }

  private boolean isHeading(String line) {
    format = CsvLine.likeHeading(line);
    List<String> columns = format.cells(line);
    time = columns.indexOf("Timestamp");
    users = columns.indexOf("User Count");
    name = columns.indexOf("Name");
    requests = columns.indexOf("Total Request Count");
    return Math.min(Math.min(time, users), Math.min(name, requests)) >= 0;
  }

  private void read(Line line) {
    try {
      String text = line.text();
      List<String> cells = format.cells(text);
      // A name may hold a line end, so that a row goes on in the next line: neither part is of all.
      if (name < cells.size() && isOfAll(cells.get(name))) {
        rows.add(
            new Row(
                (long) number(cells, time, LATEST),
                (int) number(cells, users, Integer.MAX_VALUE),
                (long) number(cells, requests, 1e15)));
      }
    } catch (UsageException | NumberFormatException e) {
      damaged++;
      if (firstDamage == null) {
        firstDamage =
            e instanceof UsageException
                ? e.getMessage()
                : line.place() + ": not a row of the history";
      }
    }
  }

  /** Whether a row of this name is that of all requests; before version 1.0 it had another one. */
  public static boolean isOfAll(String name) {
    return name.equals("Aggregated") || name.equals("Total");
  }

  static double number(List<String> cells, int place, double most) {
    double number = place < cells.size() ? Double.parseDouble(cells.get(place).strip()) : -1;
    if (!(number >= 0 && number <= most)) {
      throw new NumberFormatException("out of bounds");
    }
    return number;
  }
}
