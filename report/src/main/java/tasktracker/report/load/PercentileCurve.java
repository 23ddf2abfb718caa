package tasktracker.report.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tasktracker.load.LoadResult;
import tasktracker.load.recording.Latencies;

/**
 * Latency by percentile on the axis of HdrHistogram's plots: 1/(1 − p), logarithmic, so that every
 * nine takes the same room. It ends where the sample no longer supports a percentile.
 */
final class PercentileCurve {
  private static final int POINTS_PER_NINE = 40;
  private static final double LEAST_REQUESTS = 10;

  private PercentileCurve() {}

  static String of(LoadResult result) {
    Latencies response = result.aggregated().latencies();
    double nines = nines(response.count());
    if (nines <= 0) {
      return Html.paragraph("Too few requests for a percentile.");
    }
    List<LineChart.Point> points = new ArrayList<>();
    List<Double> percents = new ArrayList<>();
    int steps = (int) Math.floor(nines * POINTS_PER_NINE);
    for (int i = 0; i <= steps; i++) {
      double percent = percent((double) i / POINTS_PER_NINE);
      percents.add(percent);
      points.add(new LineChart.Point(i / (nines * POINTS_PER_NINE), name(percent)));
    }
    boolean scheduled = result.plan().model().hasSchedule();
    LineChart chart =
        new LineChart("Latency by percentile", "ms", result.plan().model().toString(), points)
            .line(scheduled ? "response time" : "latency", each(response, percents));
    if (scheduled) {
      chart.line("service time", each(result.aggregated().serviceTimes(), percents));
    }
    label(chart, 50, nines);
    for (int nine = 1; nine <= nines; nine++) {
      label(chart, percent(nine), nines);
    }
    return chart.toHtml();
  }

  /** How many nines a percentile may have that leaves ten requests beyond it. */
  private static double nines(long requests) {
    return Math.log10(requests / LEAST_REQUESTS);
  }

  private static double percent(double nines) {
    return 100 * (1 - Math.pow(10, -nines));
  }

  private static void label(LineChart chart, double percent, double nines) {
    double place = -Math.log10(1 - percent / 100) / nines;
    if (place <= 1) {
      chart.label(name(percent), place);
    }
  }

  private static List<Double> each(Latencies latencies, List<Double> percents) {
    return percents.stream()
        .map(percent ->
            percent == 0
                ? latencies.min().map(l -> l.toNanos() / 1e6).orElse(Double.NaN)
                : latencies.percentile(percent).map(l -> l.toNanos() / 1e6).orElse(Double.NaN))
        .toList();
  }

  private static String name(double percent) {
    return String.format(Locale.ROOT, "%.6f", percent).replaceFirst("\\.?0+$", "") + " %";
  }
}
