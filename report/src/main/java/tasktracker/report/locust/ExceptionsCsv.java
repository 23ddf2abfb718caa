package tasktracker.report.locust;

import java.util.List;
import tasktracker.load.recording.Recording;
import tasktracker.load.recording.ScenarioError;

/** {@code stats_exceptions.csv}: exceptions thrown by the scenario. */
final class ExceptionsCsv {
  private static final List<String> COLUMNS = List.of("Count", "Message", "Traceback", "Nodes");

  private ExceptionsCsv() {}

  static String of(Recording recording) {
    Csv csv = new Csv(COLUMNS);
    for (ScenarioError error : recording.errors()) {
      csv.row(List.of(Long.toString(error.count()), error.message(), error.trace(), "local"));
    }
    return csv.toString();
  }
}
