package tasktracker.report.load;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import tasktracker.load.LoadResult;
import tasktracker.load.recording.Latencies;
import tasktracker.report.Chart;
import tasktracker.report.html.Block;

/**
 * Latency by percentile on the axis of HdrHistogram's plots: 1/(1 − p), logarithmic, so that every
 * nine takes the same room. It ends where the sample no longer supports a percentile.
 */
final class PercentileChart {
  private static final int POINTS_PER_NINE = 40;
  private static final double LEAST_REQUESTS = 10;

  private PercentileChart() {}

  static List<Block> of(LoadResult result) {
    Latencies response = result.aggregated().latencies();
    double nines = Math.log10(response.count() / LEAST_REQUESTS);
    if (nines <= 0) {
      return List.of(new Block.Prose("Too few requests for a percentile."));
    }
    boolean scheduled = result.plan().model().hasSchedule();
    List<Chart.Line> lines = new ArrayList<>();
    lines.add(line(scheduled ? "response time" : "latency", response, nines));
    if (scheduled) {
      lines.add(line("service time", result.aggregated().serviceTimes(), nines));
    }
    Chart chart =
        new Chart(
            "Latency by percentile",
            result.plan().model().toString(),
            "Percentile",
            List.of(new Chart.Panel("Latency (ms)", 0, lines, List.of())),
            List.of());
    return List.of(new Block.Figure(chart, Block.Axis.PERCENTILES));
  }

  private static Chart.Line line(String name, Latencies latencies, double nines) {
    List<Chart.Point> points =
        IntStream.rangeClosed(0, (int) Math.floor(nines * POINTS_PER_NINE))
            .mapToObj(i -> Math.pow(10, (double) i / POINTS_PER_NINE))
            .map(place -> new Chart.Point(place, millis(latencies, 100 * (1 - 1 / place))))
            .toList();
    return new Chart.Line(name, points, List.of());
  }

  private static double millis(Latencies latencies, double percent) {
    return (percent == 0 ? latencies.min() : latencies.percentile(percent))
        .map(latency -> latency.toNanos() / 1e6)
        .orElse(Double.NaN);
  }
}
