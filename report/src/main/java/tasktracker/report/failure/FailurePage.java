package tasktracker.report.failure;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import tasktracker.analysis.recovery.Baseline;
import tasktracker.analysis.recovery.Recovery;
import tasktracker.analysis.recovery.Timing;
import tasktracker.report.ValueText;
import tasktracker.report.html.Block;
import tasktracker.report.html.Block.HeatMap;
import tasktracker.report.html.Block.HeatRow;
import tasktracker.report.html.Page;
import tasktracker.report.html.Section;
import tasktracker.report.html.Table;
import tasktracker.report.html.Table.Cell;
import tasktracker.report.html.Table.Column;
import tasktracker.results.Numbers;
import tasktracker.results.failure.EndpointSeries;
import tasktracker.results.failure.FailureResult;
import tasktracker.results.failure.InjectedFault;
import tasktracker.results.failure.LedgerResult;
import tasktracker.results.failure.ServiceLevel;

/** The report of a failure experiment as data. */
final class FailurePage {
  static final String METHOD =
      """
      Every second has its own figures; nothing is smoothed. Goodput counts the requests that \
      succeeded. Normal is the last %d whole seconds before the fault was asked for. Down: from the \
      fault in force until everything hit was healthy. Detect: from there to the first request that \
      failed or missed the objective. Outage: from the first failed request to the last, in seconds \
      with more failures than before. Ready, recover and warm count from the moment the fault was \
      undone: to health; to the first of 5 seconds in a row with at least 95 %% of the normal \
      goodput, p95 at most 1.2 times as long and no more failures than before (of each, the worst \
      second before the fault is good enough); to the first second from then on whose p95 is within \
      5 %%. A figure after > had not come when the load ended. Afterwards every account was read \
      back and compared with the ledger of its user's writes.\
      """
          .formatted(Baseline.LONGEST);

  private final List<FailureResult> results;
  private final List<String> verdict;

  FailurePage(List<FailureResult> results, List<String> verdict) {
    this.results = results;
    this.verdict = verdict;
  }

  Page page() {
    List<Section> sections = new ArrayList<>();
    sections.add(new Section("recovery", "Recovery", List.of(recovery())));
    if (results.size() > 1) {
      sections.add(new Section("side-by-side", "Side by side", List.of(course(results))));
    }
    for (int i = 0; i < results.size(); i++) {
      sections.add(ofRun(i));
    }
    List<Block> method = new ArrayList<>(List.of(new Block.Prose(METHOD)));
    results.stream()
        .map(FailureResult::command)
        .filter(command -> command != null)
        .distinct()
        .forEach(command -> method.add(new Block.Command(command)));
    sections.add(new Section("method", "Method, and the same again", method));
    return new Page(
        "TaskTracker failure experiment", title(), lead(), sections, "Written by the lab itself.");
  }

  private String title() {
    return results.stream()
        .flatMap(result -> result.injections().stream().limit(1))
        .map(fault -> fault.failureMode() + " of " + fault.targetService())
        .distinct()
        .reduce((one, other) -> one + " and " + other)
        .orElse("Nothing was broken");
  }

  private List<Block> lead() {
    List<Block> lead = new ArrayList<>(List.of(new Block.Lead(verdict)));
    for (FailureResult result : results) {
      if (!result.doubts().isEmpty()) {
        lead.add(
            new Block.Notice(
                Block.Tone.PROBLEM, result.architecture() + ": INVALID", result.doubts()));
      }
      if (result.ledger() != null && !result.ledger().clean()) {
        lead.add(
            new Block.Notice(
                Block.Tone.PROBLEM,
                result.architecture() + ": the ledger does not add up",
                List.of("Every difference is a line of ledger_findings.jsonl.")));
      }
    }
    return lead;
  }

  /** A column a run, which fits a phone. */
  private Table recovery() {
    List<List<String>> runs = RecoveryTable.rows(results);
    List<Column> columns = new ArrayList<>(List.of(Column.words("figure")));
    runs.forEach(run -> columns.add(Column.words(run.getFirst())));
    List<List<Cell>> rows = new ArrayList<>();
    for (int i = 1; i < RecoveryTable.HEADINGS.size(); i++) {
      List<Cell> row = new ArrayList<>(List.of(Cell.of(RecoveryTable.HEADINGS.get(i))));
      for (List<String> run : runs) {
        row.add(Cell.of(run.get(i)));
      }
      rows.add(row);
    }
    return new Table("What the users went through", columns, rows);
  }

  private static Block course(List<FailureResult> shown) {
    return new Block.Figure(
        new FailureCharts(shown).all().get("combined_failure_analysis"), Block.Axis.SECONDS);
  }

  private Section ofRun(int number) {
    FailureResult result = results.get(number);
    List<Block> blocks = new ArrayList<>(List.of(course(List.of(result))));
    if (!result.endpoints().isEmpty()) {
      blocks.add(heatMap(result));
      blocks.add(endpoints(result));
    }
    if (!result.injections().isEmpty()) {
      blocks.add(faults(result));
    }
    if (!result.errors().isEmpty()) {
      blocks.add(errors(result));
    }
    if (result.serviceLevel() != null) {
      blocks.add(serviceLevel(result.serviceLevel()));
    }
    Optional.ofNullable(result.ledger()).ifPresent(ledger -> blocks.add(ledger(ledger)));
    return new Section(
        "run-" + (number + 1),
        result.architecture() == null ? "The run" : result.architecture(),
        blocks);
  }

  private static HeatMap heatMap(FailureResult result) {
    double begin = result.timeSeries().timestamps().getFirst() - result.testStartEpoch();
    return new HeatMap(
        "Share of failed requests by endpoint and second: the redder, the more; blank where nobody asked.",
        begin,
        result.endpoints().stream()
            .map(endpoint ->
                new HeatRow(endpoint.method() + " " + endpoint.name(), shares(endpoint)))
            .toList());
  }

  private static List<Double> shares(EndpointSeries endpoint) {
    return IntStream.range(0, endpoint.requests().size())
        .mapToObj(second ->
            endpoint.requests().get(second) == 0
                ? Double.NaN
                : (double) endpoint.failures().get(second) / endpoint.requests().get(second))
        .toList();
  }

  private static Table endpoints(FailureResult result) {
    return new Table(
        "Blast radius; disturbed is from each fault until the recovery; log-ins are in no total",
        List.of(
            Column.words("endpoint"),
            Column.numbers("requests"),
            Column.numbers("failed"),
            Column.numbers("slow"),
            Column.numbers("failed while disturbed %"),
            Column.numbers("p50 before, ms"),
            Column.numbers("p50 in the fault, ms")),
        new EndpointImpacts(result)
            .list().stream()
                .map(each ->
                    List.of(
                        Cell.of(each.name()),
                        Cell.of(each.whole().requests()),
                        Cell.of(each.whole().failed()),
                        Cell.of(each.whole().slow()),
                        Cell.of(100 * each.disturbed().errorRate().orElse(Double.NaN)),
                        Cell.of(each.before().orElse(Double.NaN)),
                        Cell.of(each.during().orElse(Double.NaN))))
                .toList());
  }

  private static Table faults(FailureResult result) {
    List<List<Cell>> rows = new ArrayList<>();
    for (InjectedFault fault : result.injections()) {
      var recovery = Optional.ofNullable(fault.recovery());
      rows.add(
          List.of(
              Cell.of(String.join(", ", fault.instances())),
              moment(result, fault.start()),
              moment(result, fault.end()),
              Cell.of(recovery.map(each -> each.down().toString()).orElse(ValueText.MISSING)),
              Cell.of(recovery.flatMap(Recovery::detect).map(Timing::toString).orElse("-")),
              Cell.of(
                  recovery
                      .flatMap(Recovery::recover)
                      .map(Timing::toString)
                      .orElse(ValueText.MISSING)),
              Cell.of(fault.effectEvidence())));
    }
    return new Table(
        "Faults, in seconds since the begin of the load",
        List.of(
            Column.words("hit"),
            Column.numbers("in force"),
            Column.numbers("undone"),
            Column.words("down"),
            Column.words("detect"),
            Column.words("recover"),
            Column.words("evidence")),
        rows);
  }

  private static Table errors(FailureResult result) {
    return new Table(
        "Failed requests by kind, first and last in seconds since the begin of the load",
        List.of(
            Column.words("kind"),
            Column.numbers("requests"),
            Column.numbers("first"),
            Column.numbers("last")),
        result.errors().stream()
            .map(error ->
                List.of(
                    Cell.of(error.kind()),
                    Cell.of(error.count()),
                    moment(result, error.firstSeen()),
                    moment(result, error.lastSeen())))
            .toList());
  }

  private static Block serviceLevel(ServiceLevel level) {
    return new Block.Facts(
        List.of(
            new Block.Fact("objective", level.objective()),
            new Block.Fact("availability", ValueText.fixed(level.availability(), 3) + " %"),
            new Block.Fact("failed", ValueText.count(level.failed())),
            new Block.Fact("succeeded too late", ValueText.count(level.slow())),
            new Block.Fact(
                "used of a 30-day error budget", ValueText.fixed(level.budgetUsed(), 2) + " %")));
  }

  private static Block ledger(LedgerResult ledger) {
    return new Block.Facts(
        List.of(
            new Block.Fact("accounts read back", ValueText.count(ledger.accounts())),
            new Block.Fact(
                "accounts that could not be read", ValueText.count(ledger.unread().size())),
            new Block.Fact("writes acknowledged", ValueText.count(ledger.acknowledged())),
            new Block.Fact("refused", ValueText.count(ledger.refused())),
            new Block.Fact("without an answer", ValueText.count(ledger.unknown())),
            new Block.Fact("of these carried out", ValueText.count(ledger.recovered())),
            new Block.Fact("acknowledged and lost", ValueText.count(ledger.lost())),
            new Block.Fact("there twice", ValueText.count(ledger.duplicate())),
            new Block.Fact("otherwise than written", ValueText.count(ledger.unexpected()))));
  }

  /** In seconds since the begin of the load. */
  private static Cell moment(FailureResult result, Instant moment) {
    return moment == null
        ? Cell.of(ValueText.MISSING)
        : Cell.of(ValueText.fixed(Numbers.epoch(moment) - result.testStartEpoch(), 2));
  }
}
