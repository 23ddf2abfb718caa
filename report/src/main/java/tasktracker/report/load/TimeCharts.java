package tasktracker.report.load;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import tasktracker.load.LoadResult;
import tasktracker.load.recording.Endpoint;
import tasktracker.load.recording.EndpointStatistics;
import tasktracker.load.recording.Latencies;
import tasktracker.load.recording.Second;
import tasktracker.load.watch.WatchedSecond;
import tasktracker.report.Chart;
import tasktracker.report.html.Block;

/** How a run went, second by second; in longer runs a point stands for several seconds. */
final class TimeCharts {
  private static final int MOST_POINTS = 240;

  private final LoadResult result;
  private final List<Span> spans = new ArrayList<>();

  /** A point: some seconds taken together. */
  private record Span(
      Duration begin,
      Duration length,
      int users,
      long dropped,
      EndpointStatistics all,
      OptionalDouble cpu,
      Latencies delay) {

    double requests() {
      return all.requestsPerSecond(length);
    }

    double failures() {
      return all.failuresPerSecond(length);
    }

    double percentile(double percentile) {
      return millis(all.latencies().supportedPercentile(percentile));
    }
  }

  private TimeCharts(LoadResult result) {
    this.result = result;
    List<Second> seconds = result.recording().seconds();
    int step = Math.max(1, Math.ceilDiv(seconds.size(), MOST_POINTS));
    for (int i = 0; i < seconds.size(); i += step) {
      spans.add(span(i, Math.min(seconds.size(), i + step)));
    }
  }

  static List<Block> of(LoadResult result) {
    TimeCharts charts = new TimeCharts(result);
    return List.of(charts.service(), charts.generator());
  }

  private Block service() {
    boolean scheduled = result.plan().model().hasSchedule();
    return figure(
        "What users saw",
        panel(
            "Requests per second",
            line("requests", Span::requests),
            line("goodput", span -> span.requests() - span.failures()),
            line("failed requests", Span::failures),
            line(
                "dropped arrivals",
                span ->
                    result.dropped() == 0 ? Double.NaN : span.dropped() / seconds(span.length()))),
        panel(
            scheduled ? "Response time (ms)" : "Latency (ms)",
            line("p50", span -> span.percentile(50)),
            line("p95", span -> span.percentile(95)),
            line("p99", span -> span.percentile(99)),
            line("longest", span -> millis(span.all().latencies().max()))),
        panel("Virtual users", line("users", Span::users)));
  }

  private Block generator() {
    return figure(
        "Load generator",
        panel(
            "CPU (% of its processors)", line("CPU", span -> 100 * span.cpu().orElse(Double.NaN))),
        panel("Scheduling delay (ms)", line("longest delay", span -> millis(span.delay().max()))));
  }

  private Block figure(String title, Chart.Panel... panels) {
    return new Block.Figure(
        new Chart(
            title,
            result.plan().model().toString(),
            "Seconds since the begin of the measurement",
            List.of(panels),
            List.of()),
        Block.Axis.SECONDS);
  }

  /** Lines without a single figure are left out. */
  private static Chart.Panel panel(String label, Chart.Line... lines) {
    return new Chart.Panel(
        label,
        0,
        List.of(lines).stream()
            .filter(line -> !line.points().stream().allMatch(Chart.Point::isGap))
            .toList(),
        List.of());
  }

  private Chart.Line line(String name, ToDoubleFunction<Span> figure) {
    return new Chart.Line(
        name,
        spans.stream()
            .map(span -> new Chart.Point(seconds(span.begin()), figure.applyAsDouble(span)))
            .toList(),
        List.of());
  }

  private Span span(int from, int to) {
    List<Second> seconds = result.recording().seconds().subList(from, to);
    List<WatchedSecond> watched = result.selfWatch().seconds();
    watched = watched.subList(Math.min(from, watched.size()), Math.min(to, watched.size()));
    return new Span(
        Duration.between(result.start(), seconds.getFirst().start()),
        seconds.stream().map(Second::length).reduce(Duration.ZERO, Duration::plus),
        seconds.getLast().users(),
        seconds.stream().mapToLong(Second::dropped).sum(),
        seconds.stream()
            .map(Second::aggregated)
            .reduce(EndpointStatistics.none(Endpoint.AGGREGATED), EndpointStatistics::plus),
        watched.stream()
            .filter(w -> w.cpu().isPresent())
            .mapToDouble(w -> w.cpu().getAsDouble() / w.cores())
            .average(),
        watched.stream()
            .map(WatchedSecond::schedulingDelay)
            .reduce(Latencies.NONE, Latencies::plus));
  }

  private static double millis(Optional<Duration> duration) {
    return duration.map(value -> value.toNanos() / 1e6).orElse(Double.NaN);
  }

  private static double seconds(Duration duration) {
    return duration.toNanos() / 1e9;
  }
}
