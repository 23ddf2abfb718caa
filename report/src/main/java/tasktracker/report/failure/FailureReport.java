package tasktracker.report.failure;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import tasktracker.load.watch.Validity;
import tasktracker.results.failure.FailureResult;
import tasktracker.results.file.TargetFile;
import tasktracker.results.live.LiveVerdict;

/** What a failure experiment comes to, for people. */
public final class FailureReport {
  private final List<FailureResult> results;

  private FailureReport(Collection<FailureResult> results) {
    this.results = List.copyOf(results);
  }

  /** The report of these runs. */
  public static FailureReport of(Collection<FailureResult> results) {
    return new FailureReport(results);
  }

  /** One paragraph for each run. */
  public List<String> verdict() {
    return results.stream()
        .map(result -> {
          String verdict = new FailureSentences(result).verdict();
          return results.size() == 1 ? verdict : result.architecture() + ": " + verdict;
        })
        .toList();
  }

  /** The verdict for those who watch. */
  public LiveVerdict live() {
    return LiveVerdict.of(
        verdict(),
        results.stream()
            .map(result -> result.doubts().isEmpty() ? Validity.VALID : Validity.INVALID)
            .toList());
  }

  /** Writes {@code failure_report.html} and {@code summary.md}. */
  public void write(Path folder) {
    new FailurePage(results, verdict()).page().write(folder.resolve("failure_report.html"));
    writeSummary(folder, verdict());
  }

  /** Writes {@code summary.md} with the table of the runs of several experiments alone. */
  public void writeTable(Path folder) {
    writeSummary(folder, List.of());
  }

  private void writeSummary(Path folder, List<String> verdict) {
    TargetFile.write(folder.resolve("summary.md"), FailureSummary.of(results, verdict));
  }
}
