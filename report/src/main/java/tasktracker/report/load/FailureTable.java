package tasktracker.report.load;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import tasktracker.load.recording.Failures;
import tasktracker.load.recording.Recording;
import tasktracker.load.recording.ScenarioError;

/** Failed requests and exceptions of the scenario, with an example each. */
final class FailureTable {
  private static final int MOST_ROWS = 100;
  private static final int LONGEST_TRACE = 2_000;

  private FailureTable() {}

  static String of(Recording recording) {
    return failures(recording.failures()) + errors(recording.errors());
  }

  private static String failures(List<Failures> failures) {
    if (failures.isEmpty()) {
      return Html.paragraph("No request failed.");
    }
    StringBuilder html =
        new StringBuilder(
            Html.tableBegin(
                List.of(
                    "Endpoint",
                    "Kind",
                    "Count",
                    "First (UTC)",
                    "Last (UTC)",
                    "Message and example")));
    failures.stream().limit(MOST_ROWS).map(FailureTable::row).forEach(html::append);
    html.append(Html.tableEnd());
    if (failures.size() > MOST_ROWS) {
      html.append(
          Html.paragraph(
              "%s more are in stats_failures.csv.".formatted(failures.size() - MOST_ROWS)));
    }
    return html.toString();
  }

  private static String row(Failures failures) {
    return "<tr><th scope=\"row\">%s</th><td>%s</td><td>%s</td><td>%s</td><td>%s</td>"
            .formatted(
                Html.escape(failures.endpoint().method() + " " + failures.endpoint().name()),
                kind(failures),
                Figures.count(failures.count()),
                time(failures.firstSeen()),
                time(failures.lastSeen()))
        + "<td class=\"text\">%s<br><small>%s</small></td></tr>\n"
            .formatted(Html.escape(failures.message()), Html.escape(failures.example()));
  }

  private static String errors(List<ScenarioError> errors) {
    StringBuilder html = new StringBuilder();
    errors.stream()
        .limit(MOST_ROWS)
        .forEach(error ->
            html.append(
                "<details><summary>%s × exception of the scenario: %s</summary><pre>%s</pre></details>\n"
                    .formatted(
                        Figures.count(error.count()),
                        Html.escape(error.message()),
                        Html.escape(shorten(error.trace())))));
    return html.toString();
  }

  static String kind(Failures failures) {
    return failures.outcome().name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
  }

  private static String time(Instant instant) {
    return instant.truncatedTo(ChronoUnit.MILLIS).toString().replaceAll(".*T|Z", "");
  }

  private static String shorten(String text) {
    return text.length() <= LONGEST_TRACE ? text : text.substring(0, LONGEST_TRACE) + "…";
  }
}
