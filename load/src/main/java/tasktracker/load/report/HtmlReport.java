package tasktracker.load.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import tasktracker.load.LoadPlan;
import tasktracker.load.LoadResult;
import tasktracker.load.model.Durations;
import tasktracker.load.recording.EndpointStatistics;
import tasktracker.load.recording.Failures;
import tasktracker.load.recording.Latencies;
import tasktracker.load.recording.Second;

/** Totals per endpoint, the course of the run second by second, and its failures. */
public final class HtmlReport {
  private static final String TEMPLATE = template();

  private HtmlReport() {}

  /** The report as an HTML document. */
  public static String of(LoadResult result) {
    List<Second> seconds = result.recording().seconds();
    return TEMPLATE
        .replace("{{summary}}", summary(result))
        .replace("{{throughput}}", throughput(seconds))
        .replace("{{latency}}", latency(seconds))
        .replace("{{endpoints}}", endpoints(result))
        .replace("{{failures}}", failures(result.recording().failures()));
  }

  private static String summary(LoadResult result) {
    LoadPlan plan = result.plan();
    return paragraph(
            "%s at %s, %s"
                .formatted(plan.scenario().name(), plan.target(), plan.model().toString()))
        + paragraph(
            "Measured for %s from %s%s, seed %d. Latency of a %s model."
                .formatted(
                    Durations.format(Duration.ofMillis(result.length().toMillis())),
                    result.start(),
                    result.stopped() ? " (stopped early)" : "",
                    plan.seed(),
                    plan.model().kind()));
  }

  private static String throughput(List<Second> seconds) {
    return new LineChart("Requests per second", "1/s")
        .line("requests", each(seconds, s -> s.aggregated().requestsPerSecond(s.length())))
        .line("failures", each(seconds, s -> s.aggregated().failuresPerSecond(s.length())))
        .toSvg();
  }

  private static String latency(List<Second> seconds) {
    return new LineChart("Latency", "ms")
        .line("p50", each(seconds, s -> millis(s.aggregated().latencies().percentile(50))))
        .line("p95", each(seconds, s -> millis(s.aggregated().latencies().percentile(95))))
        .line("p99", each(seconds, s -> millis(s.aggregated().latencies().percentile(99))))
        .toSvg();
  }

  private static List<Double> each(List<Second> seconds, Function<Second, Double> figure) {
    return seconds.stream().map(figure).toList();
  }

  private static String endpoints(LoadResult result) {
    String rows =
        result.recording().endpoints().stream()
            .map(statistics -> row(statistics, result.length()))
            .collect(Collectors.joining());
    return rows + row(result.aggregated(), result.length());
  }

  private static String row(EndpointStatistics statistics, Duration length) {
    Latencies latencies = statistics.latencies();
    return "<tr><th>%s</th>".formatted(escape(label(statistics)))
        + cell(Long.toString(statistics.requests()))
        + cell(Long.toString(statistics.failures()))
        + cell(decimal(statistics.requestsPerSecond(length)))
        + cell(decimal(millis(latencies.mean())))
        + cell(decimal(millis(latencies.percentile(50))))
        + cell(decimal(millis(latencies.percentile(95))))
        + cell(decimal(millis(latencies.percentile(99))))
        + cell(decimal(millis(latencies.max())))
        + cell(decimal(statistics.meanContentSize()))
        + "</tr>\n";
  }

  private static String failures(List<Failures> failures) {
    if (failures.isEmpty()) {
      return paragraph("None.");
    }
    String rows =
        failures.stream()
            .map(f ->
                "<tr><th>%s %s</th><td>%d</td><td class=\"text\">%s<br><small>%s</small></td>"
                        .formatted(
                            escape(f.endpoint().method()),
                            escape(f.endpoint().name()),
                            f.count(),
                            escape(f.message()),
                            escape(f.example()))
                    + "<td>%s</td><td>%s</td></tr>\n".formatted(f.firstSeen(), f.lastSeen()))
            .collect(Collectors.joining());
    return "<table><tr><th>Endpoint</th><th>Count</th><th>Message and first example</th>"
        + "<th>First</th><th>Last</th></tr>\n"
        + rows
        + "</table>";
  }

  private static String label(EndpointStatistics statistics) {
    return (statistics.endpoint().method() + " " + statistics.endpoint().name()).strip();
  }

  private static String paragraph(String text) {
    return "<p>" + escape(text) + "</p>\n";
  }

  private static String cell(String text) {
    return "<td>" + text + "</td>";
  }

  private static Double millis(Optional<Duration> latency) {
    return latency.map(value -> value.toNanos() / 1e6).orElse(Double.NaN);
  }

  private static String decimal(double value) {
    return Double.isNaN(value) ? "N/A" : String.format(Locale.ROOT, "%.2f", value);
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  private static String template() {
    try (InputStream in = HtmlReport.class.getResourceAsStream("report.html")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
