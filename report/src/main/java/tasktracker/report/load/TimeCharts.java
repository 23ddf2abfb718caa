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

/** How a run went, second by second; in longer runs a point stands for several seconds. */
final class TimeCharts {
  private static final int MOST_POINTS = 600;
  private static final int MOST_LABELS = 6;
  private static final double[] PERCENTILES = {50, 95, 99};

  private final LoadResult result;
  private final String model;
  private final List<Span> spans = new ArrayList<>();

  /** A point: some seconds taken together. */
  private record Span(
      Duration begin,
      Duration length,
      int users,
      long dropped,
      EndpointStatistics all,
      OptionalDouble cpu,
      Latencies delay) {}

  private TimeCharts(LoadResult result) {
    this.result = result;
    this.model = result.plan().model().toString();
    List<Second> seconds = result.recording().seconds();
    int step = Math.max(1, Math.ceilDiv(seconds.size(), MOST_POINTS));
    for (int i = 0; i < seconds.size(); i += step) {
      spans.add(span(i, Math.min(seconds.size(), i + step)));
    }
  }

  static String of(LoadResult result) {
    TimeCharts course = new TimeCharts(result);
    return course.throughput() + course.latency() + course.users() + course.generator();
  }

  private String throughput() {
    return chart("Requests per second", "1/s")
        .line("requests", each(s -> s.all().requestsPerSecond(s.length())))
        .line(
            "successful",
            each(
                s -> s.all().requestsPerSecond(s.length()) - s.all().failuresPerSecond(s.length())))
        .line("failed", each(s -> s.all().failuresPerSecond(s.length())))
        .line(
            "dropped arrivals",
            each(s -> result.dropped() == 0 ? Double.NaN : s.dropped() / seconds(s.length())))
        .toHtml();
  }

  private String latency() {
    LineChart chart =
        chart(result.plan().model().hasSchedule() ? "Response time" : "Latency", "ms");
    for (double percentile : PERCENTILES) {
      chart.line(
          "p" + Math.round(percentile),
          each(s -> millis(s.all().latencies().supportedPercentile(percentile))));
    }
    return chart.line("longest", each(s -> millis(s.all().latencies().max()))).toHtml();
  }

  private String users() {
    return chart("Virtual users", "running").line("users", each(Span::users)).toHtml();
  }

  private String generator() {
    return chart("CPU of the generator", "% of its processors")
            .line("CPU", each(s -> s.cpu().isPresent() ? 100 * s.cpu().getAsDouble() : Double.NaN))
            .toHtml()
        + chart("Scheduling delay of the generator", "ms")
            .line("longest", each(s -> millis(s.delay().max())))
            .toHtml();
  }

  private LineChart chart(String title, String unit) {
    double length = Math.max(1e-9, seconds(result.length()));
    LineChart chart =
        new LineChart(
            title,
            unit,
            model,
            spans.stream()
                .map(s ->
                    new LineChart.Point(
                        Math.clamp((seconds(s.begin()) + seconds(s.length()) / 2) / length, 0, 1),
                        Figures.decimal(seconds(s.begin())).replaceFirst("\\.0+$", "") + " s"))
                .toList());
    double step = Scale.upTo(length * 4 / MOST_LABELS).top() / 4;
    for (double at = 0; at <= length; at += Math.max(1, Math.rint(step))) {
      chart.label(Math.round(at) + " s", at / length);
    }
    return chart;
  }

  private List<Double> each(ToDoubleFunction<Span> figure) {
    return spans.stream().map(figure::applyAsDouble).toList();
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
