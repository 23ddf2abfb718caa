package tasktracker.experiments.experiment.failure;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import tasktracker.experiments.analysis.recovery.Baseline;
import tasktracker.experiments.analysis.recovery.Timing;
import tasktracker.experiments.report.TimeChart;
import tasktracker.experiments.report.page.Block;
import tasktracker.experiments.report.page.Block.Code;
import tasktracker.experiments.report.page.Block.Course;
import tasktracker.experiments.report.page.Block.HeatMap;
import tasktracker.experiments.report.page.Block.HeatRow;
import tasktracker.experiments.report.page.Block.Paragraph;
import tasktracker.experiments.report.page.Block.Table;
import tasktracker.experiments.report.page.Page;
import tasktracker.experiments.report.page.Page.Section;
import tasktracker.experiments.result.failure.EndpointCourse;
import tasktracker.experiments.result.failure.FailureResult;
import tasktracker.experiments.result.failure.InjectedFault;
import tasktracker.experiments.result.failure.LedgerResult;

/** The report of a failure experiment as data. */
final class FailurePage {
  private static final String METHOD =
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
    sections.add(
        new Section(
            "Recovery", List.of(new Table(RecoveryTable.HEADINGS, RecoveryTable.rows(results)))));
    if (results.size() > 1) {
      sections.add(new Section("Side by side", List.of(new Course(charts(results)))));
    }
    results.forEach(result -> sections.addAll(ofRun(result)));
    sections.add(new Section("Method", List.of(new Paragraph(METHOD))));
    sections.add(
        new Section(
            "Again",
            results.stream()
                .map(FailureResult::command)
                .filter(command -> command != null)
                .distinct()
                .<Block>map(Code::new)
                .toList()));
    return new Page(title(), verdict, sections);
  }

  private String title() {
    return results.stream()
        .flatMap(result -> result.injections().stream().limit(1))
        .map(fault -> fault.failureMode() + " of " + fault.targetService())
        .distinct()
        .reduce((one, other) -> one + " and " + other)
        .map(faults -> "Failure experiment: " + faults)
        .orElse("Failure experiment");
  }

  private static TimeChart charts(List<FailureResult> results) {
    return new FailureCharts(results).all().get("combined_failure_analysis");
  }

  private List<Section> ofRun(FailureResult result) {
    String of = results.size() == 1 ? "" : ", " + result.architecture();
    List<Section> sections = new ArrayList<>();
    sections.add(new Section("Over time" + of, List.of(new Course(charts(List.of(result))))));
    if (!result.endpoints().isEmpty()) {
      sections.add(new Section("Blast radius" + of, List.of(heatMap(result), endpoints(result))));
    }
    if (!result.injections().isEmpty()) {
      sections.add(new Section("Faults" + of, List.of(faults(result))));
    }
    if (!result.errors().isEmpty()) {
      sections.add(new Section("Errors by kind" + of, List.of(errors(result))));
    }
    sections.add(new Section("Service level" + of, List.of(serviceLevel(result))));
    Optional.ofNullable(result.ledger())
        .ifPresent(ledger -> sections.add(new Section("Ledger" + of, List.of(ledger(ledger)))));
    return sections;
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

  private static List<Double> shares(EndpointCourse endpoint) {
    return IntStream.range(0, endpoint.requests().size())
        .mapToObj(second ->
            endpoint.requests().get(second) == 0
                ? Double.NaN
                : (double) endpoint.failures().get(second) / endpoint.requests().get(second))
        .toList();
  }

  private static Table endpoints(FailureResult result) {
    return new Table(
        List.of("endpoint", "requests", "failed", "slow", "failed while disturbed %"),
        new EndpointImpacts(result)
            .list().stream()
                .map(each ->
                    List.of(
                        each.name(),
                        count(each.whole().requests()),
                        count(each.whole().failed()),
                        count(each.whole().slow()),
                        each.disturbed().errorRate().isPresent()
                            ? RecoveryTable.number(
                                100 * each.disturbed().errorRate().getAsDouble(), 1)
                            : "N/A"))
                .toList());
  }

  private static Table faults(FailureResult result) {
    List<List<String>> rows = new ArrayList<>();
    for (int i = 0; i < result.injections().size(); i++) {
      InjectedFault fault = result.injections().get(i);
      var recovery = Optional.ofNullable(fault.recovery());
      rows.add(
          List.of(
              String.valueOf(i + 1),
              String.join(", ", fault.instances()),
              moment(result, fault.start()),
              moment(result, fault.end()),
              recovery.map(each -> each.down().toString()).orElse("N/A"),
              recovery.flatMap(each -> each.detect()).map(Timing::toString).orElse("-"),
              recovery.flatMap(each -> each.recover()).map(Timing::toString).orElse("N/A"),
              fault.effectEvidence()));
    }
    return new Table(
        List.of("#", "hit", "in force", "undone", "down", "detect", "recover", "evidence"), rows);
  }

  private static Table errors(FailureResult result) {
    return new Table(
        List.of("kind", "requests", "first", "last"),
        result.errors().stream()
            .map(error ->
                List.of(
                    error.kind(),
                    count(error.count()),
                    moment(result, error.firstSeen()),
                    moment(result, error.lastSeen())))
            .toList());
  }

  private static Table serviceLevel(FailureResult result) {
    var level = result.serviceLevel();
    return new Table(
        List.of("objective", "availability %", "failed", "slow", "30-day budget used %"),
        level == null
            ? List.of()
            : List.of(
                List.of(
                    level.objective(),
                    RecoveryTable.number(level.availability(), 3),
                    count(level.failed()),
                    count(level.slow()),
                    RecoveryTable.number(level.budgetUsed(), 2))));
  }

  private static Table ledger(LedgerResult ledger) {
    return new Table(
        List.of("writes", "count"),
        List.of(
            List.of("accounts read back", count(ledger.accounts())),
            List.of("accounts that could not be read", count(ledger.unread().size())),
            List.of("acknowledged", count(ledger.acknowledged())),
            List.of("refused", count(ledger.refused())),
            List.of("without an answer", count(ledger.unknown())),
            List.of("of these carried out", count(ledger.recovered())),
            List.of("acknowledged and lost", count(ledger.lost())),
            List.of("there twice", count(ledger.duplicate())),
            List.of("otherwise than written", count(ledger.unexpected()))));
  }

  /** In seconds since the begin of the load. */
  private static String moment(FailureResult result, Instant moment) {
    return moment == null
        ? "N/A"
        : RecoveryTable.number(ResultOfRun.epoch(moment) - result.testStartEpoch(), 2) + " s";
  }

  private static String count(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }
}
