package tasktracker.report.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tasktracker.load.recording.Latencies;
import tasktracker.report.TextTable;
import tasktracker.report.ValueText;

/** Latencies as a table of text: names to the left, figures to the right. */
final class LatencyText {
  private final List<List<String>> rows = new ArrayList<>();

  LatencyText(String... headings) {
    rows.add(List.of(headings));
  }

  void row(String name, String requests, String failed, String rate, Latencies latencies) {
    rows.add(
        List.of(
            name,
            requests,
            failed,
            rate,
            ValueText.millis(latencies.mean()),
            ValueText.millis(latencies.supportedPercentile(50)),
            ValueText.millis(latencies.supportedPercentile(95)),
            ValueText.millis(latencies.supportedPercentile(99)),
            ValueText.millis(latencies.max())));
  }

  List<String> lines() {
    return TextTable.aligned(rows, Set.of(0)).stream()
        .map(line -> line.substring(TextTable.GAP.length()))
        .toList();
  }
}
