package tasktracker.experiments.experiment.failure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import tasktracker.experiments.report.page.HtmlPage;
import tasktracker.experiments.report.page.MarkdownPage;
import tasktracker.experiments.report.page.Page;
import tasktracker.experiments.result.failure.FailureResult;

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

  /** Writes {@code failure_report.html} and {@code summary.md}. */
  public void write(Path folder) {
    Page page = new FailurePage(results, verdict()).page();
    try {
      Files.writeString(folder.resolve("failure_report.html"), HtmlPage.of(page));
      Files.writeString(folder.resolve("summary.md"), MarkdownPage.of(page));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes {@code summary.md} with the table of runs of several experiments alone. */
  public void writeTable(Path folder) {
    Page page =
        new Page(
            "Failure experiments",
            List.of(),
            List.of(new Page.Section("Recovery", List.of(RecoveryTable.of(results)))));
    try {
      Files.writeString(folder.resolve("summary.md"), MarkdownPage.of(page));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
