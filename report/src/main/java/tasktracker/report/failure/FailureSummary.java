package tasktracker.report.failure;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import tasktracker.report.Markdown;
import tasktracker.results.failure.FailureResult;

/** {@code summary.md}: verdict, table and commands, for a pull request or a wiki. */
final class FailureSummary {

  private FailureSummary() {}

  static String of(Collection<FailureResult> results, List<String> verdict) {
    Markdown text = new Markdown().heading(1, "Failure experiment");
    verdict.forEach(text::paragraph);
    text.table(RecoveryTable.HEADINGS, RecoveryTable.rows(results));
    text.paragraph(FailurePage.METHOD);
    List<String> commands =
        results.stream().map(FailureResult::command).filter(Objects::nonNull).distinct().toList();
    return text.code("sh", commands).toString();
  }
}
