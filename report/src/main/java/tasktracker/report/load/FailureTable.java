package tasktracker.report.load;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tasktracker.load.recording.Failures;
import tasktracker.load.recording.Recording;
import tasktracker.load.recording.ScenarioError;
import tasktracker.report.ValueText;
import tasktracker.report.html.Block;
import tasktracker.report.html.Table;
import tasktracker.report.html.Table.Cell;
import tasktracker.report.html.Table.Column;

/** Failed requests and exceptions of the scenario, with an example each. */
final class FailureTable {
  private static final int MOST_ROWS = 100;
  private static final int LONGEST_TRACE = 2_000;

  private FailureTable() {}

  static List<Block> of(Recording recording) {
    List<Block> blocks = new ArrayList<>();
    List<Failures> failures = recording.failures();
    if (failures.isEmpty()) {
      blocks.add(new Block.Prose("No request failed."));
    } else {
      blocks.add(
          new Table(
              "Failed requests, times in UTC",
              List.of(
                  Column.words("Endpoint"),
                  Column.words("Kind"),
                  Column.numbers("Count"),
                  Column.words("First"),
                  Column.words("Last"),
                  Column.words("Message"),
                  Column.words("Example")),
              failures.stream().limit(MOST_ROWS).map(FailureTable::row).toList()));
    }
    if (failures.size() > MOST_ROWS) {
      blocks.add(
          new Block.Prose(
              "%s more are in stats_failures.csv.".formatted(failures.size() - MOST_ROWS)));
    }
    recording.errors().stream().limit(MOST_ROWS).map(FailureTable::error).forEach(blocks::add);
    return blocks;
  }

  private static List<Cell> row(Failures failures) {
    return List.of(
        Cell.of(failures.endpoint().method() + " " + failures.endpoint().name()),
        Cell.of(kind(failures)),
        Cell.of(failures.count()),
        Cell.of(time(failures.firstSeen())),
        Cell.of(time(failures.lastSeen())),
        Cell.of(failures.message()),
        Cell.of(failures.example()));
  }

  private static Block error(ScenarioError error) {
    String trace = error.trace();
    return new Block.Details(
        "%s × exception of the scenario: %s"
            .formatted(ValueText.count(error.count()), error.message()),
        List.of(
            new Block.Command(
                trace.length() <= LONGEST_TRACE
                    ? trace
                    : trace.substring(0, LONGEST_TRACE) + "…")));
  }

  static String kind(Failures failures) {
    return failures.outcome().name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private static String time(Instant instant) {
    return instant.truncatedTo(ChronoUnit.MILLIS).toString().replaceAll(".*T|Z", "");
  }
}
