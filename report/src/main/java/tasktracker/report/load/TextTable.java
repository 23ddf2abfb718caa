package tasktracker.report.load;

import java.util.ArrayList;
import java.util.List;
import tasktracker.load.recording.Latencies;

/** A table of text: names to the left, figures to the right. */
final class TextTable {
  private final List<List<String>> rows = new ArrayList<>();

  TextTable(String... headings) {
    rows.add(List.of(headings));
  }

  void row(String name, String requests, String failed, String rate, Latencies latencies) {
    rows.add(
        List.of(
            name,
            requests,
            failed,
            rate,
            Figures.millis(latencies.mean()),
            Figures.millis(latencies.supportedPercentile(50)),
            Figures.millis(latencies.supportedPercentile(95)),
            Figures.millis(latencies.supportedPercentile(99)),
            Figures.millis(latencies.max())));
  }

  List<String> lines() {
    int[] widths = new int[rows.getFirst().size()];
    for (List<String> row : rows) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], row.get(i).length());
      }
    }
    return rows.stream().map(row -> line(row, widths)).toList();
  }

  private static String line(List<String> row, int[] widths) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < widths.length; i++) {
      String format = i == 0 ? "%-" + widths[i] + "s" : "  %" + widths[i] + "s";
      line.append(format.formatted(row.get(i)));
    }
    return line.toString().stripTrailing();
  }
}
