package tasktracker.report.sweep;

import static tasktracker.report.html.Table.Column.words;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tasktracker.analysis.verdict.RunAssessment;
import tasktracker.report.ValueText;
import tasktracker.report.html.Block;
import tasktracker.report.html.Block.Tone;
import tasktracker.report.html.Table;
import tasktracker.report.html.Table.Cell;
import tasktracker.report.html.Table.Column;
import tasktracker.report.sweep.SweepFindings.AssessedRun;
import tasktracker.results.LatencyFigures;
import tasktracker.results.RunFigures;

/** All runs: whether they count, what they measured, and how to repeat them. */
final class RunTables {

  private final SweepFindings findings;

  RunTables(SweepFindings findings) {
    this.findings = findings;
  }

  /** Which runs count, those that failed, and the commands. */
  List<Block> validity() {
    List<Block> blocks = new ArrayList<>();
    blocks.add(
        new Table(
            "Runs in their order",
            List.of(
                words("Run"),
                words("Validity"),
                words("Architecture"),
                Column.numbers("Users"),
                Column.numbers("Repetition"),
                words("Reasons")),
            findings.runs().stream().map(RunTables::validity).toList()));
    if (!findings.recorded().failures().isEmpty()) {
      blocks.add(
          new Block.Notice(
              Tone.PROBLEM,
              "Failed runs, which have no result",
              findings.recorded().failures().stream()
                  .map(failure -> failure.folder() + ": " + failure.reason())
                  .toList()));
    }
    findings
        .command()
        .ifPresent(command -> {
          blocks.add(new Block.Prose("All of it again:"));
          blocks.add(new Block.Command(command));
        });
    return blocks;
  }

  private static List<Cell> validity(AssessedRun each) {
    RunAssessment word = each.assessment();
    Cell validity =
        word.validity() == null
            ? Cell.of("not judged")
            : Cell.of(
                word.validity().name(),
                switch (word.validity()) {
                  case VALID -> Tone.GOOD;
                  case SUSPECT -> Tone.WARNING;
                  case INVALID -> Tone.PROBLEM;
                });
    return List.of(
        Cell.of(word.run()),
        validity,
        Cell.of(word.architecture()),
        Cell.of(word.concurrency()),
        Cell.of(word.repetition()),
        Cell.of(String.join("; ", word.reasons())));
  }

  /** Every figure of every run. */
  Table numbers() {
    List<Column> columns =
        Stream.concat(
                Stream.of(
                    words("Run"),
                    words("Architecture"),
                    Column.numbers("Users"),
                    words("Validity"),
                    Column.numbers("Requests"),
                    Column.numbers("Failures"),
                    Column.numbers("Mean ms"),
                    Column.numbers("Min ms"),
                    Column.numbers("Max ms")),
                Metric.ALL.stream().map(metric -> Column.numbers(metric.heading())))
            .toList();
    return new Table(
        "All runs, invalid ones too", columns, findings.runs().stream().map(this::row).toList());
  }

  private List<Cell> row(AssessedRun each) {
    RunFigures figures = each.run().figures();
    LatencyFigures latency = figures == null ? LatencyFigures.NONE : figures.latency();
    RunAssessment word = each.assessment();
    List<Cell> cells =
        new ArrayList<>(
            List.of(
                Cell.of(word.run()),
                Cell.of(word.architecture()),
                Cell.of(word.concurrency()),
                Cell.of(word.validity() == null ? "not judged" : word.validity().name()),
                count(figures == null ? null : figures.totalRequests()),
                count(figures == null ? null : figures.totalFailures()),
                Cell.of(latency.avg()),
                Cell.of(latency.min()),
                Cell.of(latency.max())));
    Metric.ALL.forEach(metric -> cells.add(Cell.of(metric.of(each.run()))));
    return cells;
  }

  private static Cell count(Long count) {
    return count == null ? Cell.of(ValueText.MISSING) : Cell.of(count);
  }
}
