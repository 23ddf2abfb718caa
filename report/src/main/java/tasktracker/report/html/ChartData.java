package tasktracker.report.html;

import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.PathIterator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tasktracker.report.Chart;
import tasktracker.report.LineStyle;
import tasktracker.report.Palette;
import tools.jackson.databind.json.JsonMapper;

/** A chart as {@code chart.js} reads it: JSON that is safe inside of HTML. */
public final class ChartData {

  private static final JsonMapper JSON = JsonMapper.shared();

  private ChartData() {}

  /** The JSON of a figure. */
  public static String of(Block.Figure figure) {
    Chart chart = figure.chart();
    Map<String, LineStyle> styles = Palette.of(chart.names());
    List<String> order = List.copyOf(styles.keySet());
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("description", description(chart));
    data.put("x", chart.loadLabel());
    data.put("unit", figure.axis().unit());
    data.put("axis", figure.axis().name().toLowerCase(Locale.ROOT));
    data.put("panels", chart.panels().stream().map(panel -> panel(panel, styles, order)).toList());
    return JSON.writeValueAsString(data).replace("<", "\\u003c");
  }

  private static String description(Chart chart) {
    return chart.title()
        + " for "
        + String.join(", ", Palette.of(chart.names()).keySet())
        + ". Arrow keys read the values.";
  }

  private static Map<String, Object> panel(
      Chart.Panel panel, Map<String, LineStyle> styles, List<String> order) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("label", panel.label());
    data.put("least", panel.smallestMaximum());
    data.put(
        "lines",
        panel.lines().stream()
            .sorted((a, b) -> order.indexOf(a.name()) - order.indexOf(b.name()))
            .map(line -> line(line, styles.get(line.name())))
            .toList());
    data.put("rings", points(panel.crossings()));
    data.put("spans", panel.spans());
    return data;
  }

  private static Map<String, Object> line(Chart.Line line, LineStyle style) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("name", line.name());
    data.put(
        "style",
        Map.of(
            "light", hex(style.color()),
            "dark", hex(style.onDark()),
            "marker", path(style.marker())));
    data.put("points", points(line.points()));
    data.put("runs", points(line.repetitions().stream().filter(run -> !run.isGap()).toList()));
    return data;
  }

  private static List<List<Double>> points(Collection<Chart.Point> points) {
    return points.stream()
        .map(point ->
            point.hasInterval()
                ? Arrays.asList(
                    point.load(), number(point.value()), number(point.low()), number(point.high()))
                : Arrays.asList(number(point.load()), number(point.value())))
        .toList();
  }

  /** JSON has no NaN; six significant digits are more than any chart shows. */
  private static Double number(double value) {
    return Double.isFinite(value)
        ? Double.valueOf(String.format(Locale.ROOT, "%.6g", value))
        : null;
  }

  private static String hex(Color color) {
    return String.format("#%06x", color.getRGB() & 0xFFFFFF);
  }

  /** The outline of a marker in the notation of SVG. */
  private static String path(Shape shape) {
    List<String> path = new ArrayList<>();
    double[] at = new double[6];
    for (PathIterator i = shape.getPathIterator(null); !i.isDone(); i.next()) {
      int kind = i.currentSegment(at);
      String letter = List.of("M", "L", "Q", "C", "Z").get(kind);
      int numbers = List.of(2, 2, 4, 6, 0).get(kind);
      StringBuilder segment = new StringBuilder(letter);
      for (int n = 0; n < numbers; n++) {
        segment.append(n == 0 ? "" : " ").append(String.format(Locale.ROOT, "%.2f", at[n]));
      }
      path.add(segment.toString());
    }
    return String.join("", path);
  }
}
