package tasktracker.report.verdict;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tasktracker.analysis.verdict.AnalysedSweep;
import tasktracker.analysis.verdict.RunAssessment;
import tasktracker.load.watch.Validity;
import tasktracker.results.FailedRun;
import tasktracker.results.RecordedRuns;
import tools.jackson.databind.JsonNode;

/**
 * What a gate does not see in two results folders, and so must not pass: runs that failed, that are
 * invalid, or that are not there.
 */
final class Unseen {
  private final List<String> lines = new ArrayList<>();

  private Unseen() {}

  /** A line for each run or level that cannot be judged; {@code A} is the baseline. */
  static List<String> of(
      RecordedRuns before, AnalysedSweep first, RecordedRuns after, AnalysedSweep second) {
    Unseen unseen = new Unseen();
    unseen.runs("A", before, first);
    unseen.runs("B", after, second);
    unseen.levels(before, first, after, second);
    return unseen.lines;
  }

  private void runs(String folder, RecordedRuns recorded, AnalysedSweep sweep) {
    for (FailedRun failure : recorded.failures()) {
      lines.add(
          "%s: %s failed: %s"
              .formatted(
                  folder, failure.folder(), failure.reason().lines().findFirst().orElse("")));
    }
    sweep.runs().stream()
        .map(run -> run.assessment())
        .filter(RunAssessment::excluded)
        .forEach(run ->
            lines.add(
                "%s: %s is %s%s"
                    .formatted(
                        folder,
                        run.run(),
                        run.validity() == Validity.INVALID ? "INVALID" : "left out",
                        run.reasons().isEmpty() ? "" : ": " + String.join("; ", run.reasons()))));
  }

  private void levels(
      RecordedRuns before, AnalysedSweep first, RecordedRuns after, AnalysedSweep second) {
    Map<Level, Integer> there = runsByLevel(after, second);
    runsByLevel(before, first)
        .forEach((level, runs) -> {
          int found = there.getOrDefault(level, 0);
          int expected = expected(after.config(), runs);
          if (found == 0) {
            lines.add("B: %s was not measured".formatted(level));
          } else if (found < expected) {
            lines.add("B: %s has %d of %d runs".formatted(level, found, expected));
          }
        });
  }

  /** Runs of a level that there should be: as many as were asked for, else as there were before. */
  private static int expected(JsonNode config, int before) {
    if (config.path("until_sure").asBoolean(false)) {
      return 1;
    }
    return config.path("repeats").isNumber() ? config.path("repeats").asInt() : before;
  }

  private static Map<Level, Integer> runsByLevel(RecordedRuns recorded, AnalysedSweep sweep) {
    Map<Level, Integer> runs = new LinkedHashMap<>();
    sweep
        .runs()
        .forEach(
            run -> runs.merge(new Level(run.architecture(), run.concurrency()), 1, Integer::sum));
    recorded
        .failures()
        .forEach(
            run -> runs.merge(new Level(run.architecture(), run.concurrency()), 1, Integer::sum));
    return runs;
  }

  private record Level(String architecture, int users) {
    @Override
    public String toString() {
      return "%s at %d users".formatted(architecture, users);
    }
  }
}
