package tasktracker.report.locust;

import java.time.Instant;
import tasktracker.load.LoadPlan;
import tasktracker.load.LoadResult;
import tasktracker.report.load.TextReport;

/** {@code locust.log}: what was run and what came of it, for people. */
final class RunLogText {
  private final StringBuilder text = new StringBuilder();

  private RunLogText() {}

  static String of(LoadResult result) {
    RunLogText log = new RunLogText();
    LoadPlan plan = result.plan();
    log.line(result.start(), "Scenario %s, %s".formatted(plan.scenario().name(), plan.model()));
    log.line(result.start(), "Measuring %s, seed %s".formatted(plan.target(), plan.seed()));
    log.line(result.end(), result.stopped() ? "Stopped early" : "Measurement complete");
    TextReport.of(result).forEach(line -> log.text.append(line).append('\n'));
    return log.text.toString();
  }

  private void line(Instant at, String message) {
    text.append('[').append(at).append("] INFO: ").append(message).append('\n');
  }
}
