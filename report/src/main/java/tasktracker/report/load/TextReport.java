package tasktracker.report.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tasktracker.load.LoadResult;
import tasktracker.load.recording.EndpointStatistics;
import tasktracker.load.recording.Failures;
import tasktracker.load.recording.Latencies;
import tasktracker.load.watch.SelfWatch;
import tasktracker.report.ValueText;

/** One run as lines of text: a table of its endpoints and what else one has to know. */
public final class TextReport {
  private final LoadResult result;
  private final boolean scheduled;
  private final List<String> lines = new ArrayList<>();

  private TextReport(LoadResult result) {
    this.result = result;
    this.scheduled = result.plan().model().hasSchedule();
  }

  /** The lines of the report. */
  public static List<String> of(LoadResult result) {
    TextReport report = new TextReport(result);
    report.model();
    report.endpoints();
    report.totals();
    report.failures();
    report.validity();
    return List.copyOf(report.lines);
  }

  private void model() {
    lines.add(
        "%s on %s, %s"
            .formatted(
                result.plan().scenario().name(), result.plan().target(), result.plan().model()));
    lines.add(
        "measured for %s%s; latencies in ms%s"
            .formatted(
                LoadReport.length(result),
                result.stopped() ? " (stopped early)" : "",
                scheduled ? ": response from the intended start, service from sending" : ""));
    lines.add("");
  }

  private void endpoints() {
    LatencyText table =
        new LatencyText(
            "Endpoint", "requests", "failed", "1/s", "mean", "p50", "p95", "p99", "max");
    result.recording().endpoints().forEach(endpoint -> rows(table, endpoint));
    rows(table, result.aggregated());
    lines.addAll(table.lines());
  }

  private void rows(LatencyText table, EndpointStatistics endpoint) {
    String name = (endpoint.endpoint().method() + " " + endpoint.endpoint().name()).strip();
    table.row(
        name,
        ValueText.count(endpoint.requests()),
        ValueText.count(endpoint.failures()),
        ValueText.decimal(endpoint.requestsPerSecond(result.length())),
        endpoint.latencies());
    if (scheduled) {
      table.row("  service time", "", "", "", endpoint.serviceTimes());
    }
  }

  private void totals() {
    EndpointStatistics all = result.aggregated();
    Latencies latencies = all.latencies();
    lines.add("");
    lines.add(
        "Throughput %s requests/s, goodput %s/s, p99.9 %s, p99.99 %s"
            .formatted(
                ValueText.decimal(result.throughput()),
                ValueText.decimal(result.goodput()),
                ValueText.withUnit(latencies.supportedPercentile(99.9)),
                ValueText.withUnit(latencies.supportedPercentile(99.99))));
    String counts =
        "%s reconnects, %s in flight at the end and awaited"
            .formatted(ValueText.count(result.reconnects()), ValueText.count(result.awaited()));
    lines.add(
        scheduled ? ValueText.count(result.dropped()) + " arrivals dropped, " + counts : counts);
    if (result.beyondRange() > 0) {
      lines.add(ValueText.count(result.beyondRange()) + " latencies were beyond the histogram");
    }
  }

  private void failures() {
    for (Failures failures : result.recording().failures()) {
      lines.add(
          "%s × %s, %s %s: %s"
              .formatted(
                  ValueText.count(failures.count()),
                  FailureTable.kind(failures),
                  failures.endpoint().method(),
                  failures.endpoint().name(),
                  oneLine(failures.message())));
      lines.add(
          "    first %s, last %s%s"
              .formatted(
                  failures.firstSeen(),
                  failures.lastSeen(),
                  example(failures).map(text -> ", for example: " + text).orElse("")));
    }
    result
        .recording()
        .errors()
        .forEach(error ->
            lines.add(
                "%s × exception of the scenario: %s"
                    .formatted(ValueText.count(error.count()), oneLine(error.message()))));
  }

  private void validity() {
    SelfWatch watch = result.selfWatch();
    lines.add(
        "%s: %s"
            .formatted(
                result.validity().verdict(),
                result.validity().reasons().isEmpty()
                    ? "nothing speaks against these figures"
                    : String.join("; ", result.validity().reasons())));
    lines.add(
        "    generator: CPU %s of its processors, scheduling delay p99 %s, longest GC pause %s"
            .formatted(
                ValueText.percent(watch.meanCpuPerCore()),
                ValueText.withUnit(watch.schedulingDelay().supportedPercentile(99)),
                ValueText.withUnit(watch.longestGcPause())));
  }

  private static Optional<String> example(Failures failures) {
    return Optional.of(oneLine(failures.example())).filter(text -> !text.isEmpty());
  }

  /** What a server says must not move the cursor of a terminal. */
  private static String oneLine(String text) {
    return text.replaceAll("\\s+", " ").replaceAll("\\p{Cntrl}", "?").strip();
  }
}
