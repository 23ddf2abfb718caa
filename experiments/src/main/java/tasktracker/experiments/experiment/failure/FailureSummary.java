package tasktracker.experiments.experiment.failure;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tasktracker.experiments.result.failure.FailureResult;

/** {@code summary.md}: verdict, table and commands, for a pull request or a wiki. */
final class FailureSummary {
  private static final Pattern SPECIAL = Pattern.compile("[\\\\`*_\\[\\]<>|]");

  private FailureSummary() {}

  static String of(Collection<FailureResult> results, List<String> verdict) {
    StringBuilder text = new StringBuilder("# Failure experiment\n\n");
    verdict.forEach(sentence -> text.append(escape(sentence)).append("\n\n"));
    List<String> headings = RecoveryTable.HEADINGS;
    text.append(row(headings)).append(row(Collections.nCopies(headings.size(), "---")));
    RecoveryTable.rows(results)
        .forEach(row -> text.append(row(row.stream().map(FailureSummary::escape).toList())));
    text.append("\n").append(FailurePage.METHOD).append("\n\n```sh\n");
    results.stream()
        .map(FailureResult::command)
        .filter(Objects::nonNull)
        .distinct()
        .forEach(command -> text.append(command).append("\n"));
    return text.append("```\n").toString();
  }

  private static String row(List<String> cells) {
    return cells.stream().collect(Collectors.joining(" | ", "| ", " |\n"));
  }

  private static String escape(String text) {
    return SPECIAL
        .matcher(text)
        .replaceAll(match -> Matcher.quoteReplacement("\\" + match.group()));
  }
}
