package tasktracker.report.load;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * A chart over time that a run's page shows besides its own, of what the generator cannot see.
 *
 * @param title what it shows
 * @param unit of all figures
 * @param before how many seconds come before the measurement
 * @param lines one figure for each second by name, at most nine lines; NaN is a gap
 * @param marks moments that are drawn as vertical lines, in seconds since the begin of the
 *     measurement, by name
 */
public record TimeChart(
    String title,
    String unit,
    int before,
    Map<String, List<Double>> lines,
    Map<String, Integer> marks) {

  private static final int MOST_LINES = 9;
  private static final int MOST_LABELS = 8;

  /** Copies the maps, keeping their order; what is beyond the ninth line is left out. */
  public TimeChart {
    Map<String, List<Double>> first = new LinkedHashMap<>();
    lines.entrySet().stream()
        .limit(MOST_LINES)
        .forEach(line -> first.put(line.getKey(), List.copyOf(line.getValue())));
    lines = Collections.unmodifiableMap(first);
    marks = Map.copyOf(marks);
  }

  /**
   * @param model the load model, which is named on every chart
   */
  String toHtml(String model) {
    int seconds = lines.values().stream().mapToInt(List::size).max().orElse(0);
    List<LineChart.Point> points = new ArrayList<>();
    IntStream.range(0, seconds)
        .forEach(i -> points.add(new LineChart.Point((i + 0.5) / seconds, (i - before) + " s")));
    LineChart chart = new LineChart(title, unit, model, points);
    lines.forEach(chart::line);
    int step = (int) Math.max(1, Math.rint(Scale.upTo(4.0 * seconds / MOST_LABELS).top() / 4));
    for (int at = -(before / step) * step; at <= seconds - before; at += step) {
      chart.label(at + " s", (double) (at + before) / seconds);
    }
    marks.forEach((name, at) -> chart.mark(name, (double) (at + before) / seconds));
    return chart.toHtml();
  }
}
