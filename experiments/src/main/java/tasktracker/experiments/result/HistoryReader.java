package tasktracker.experiments.result;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Reads the rows of all requests together from {@code stats_stats_history.csv}, of any age. */
public final class HistoryReader {
  private static final String ALL = "Aggregated";

  private HistoryReader() {}

  /**
   * One second.
   *
   * @param epochSecond when it was written
   * @param users running then
   * @param requests counted so far
   */
  public record Row(long epochSecond, int users, long requests) {}

  /** In the order of the file; empty where there is none or it lacks a column. */
  public static List<Row> read(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      return List.of();
    }
    List<String> lines = Files.readAllLines(file);
    List<String> columns = lines.isEmpty() ? List.of() : cells(lines.getFirst());
    int time = columns.indexOf("Timestamp");
    int users = columns.indexOf("User Count");
    int name = columns.indexOf("Name");
    int requests = columns.indexOf("Total Request Count");
    if (Math.min(Math.min(time, users), Math.min(name, requests)) < 0) {
      return List.of();
    }
    List<Row> rows = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      List<String> cells = cells(line);
      // Names of single endpoints may be quoted and hold commas; that of all together never does.
      if (cells.size() == columns.size() && cells.get(name).equals(ALL)) {
        rows.add(
            new Row(
                Long.parseLong(cells.get(time)),
                Integer.parseInt(cells.get(users)),
                Long.parseLong(cells.get(requests))));
      }
    }
    return rows;
  }

  private static List<String> cells(String line) {
    return Arrays.asList(line.split(",", -1));
  }
}
