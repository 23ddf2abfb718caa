package tasktracker.load.report;

import static java.lang.String.format;
import static java.util.Locale.ROOT;

import java.util.ArrayList;
import java.util.List;

/** A chart of figures over the seconds of a run, as SVG; colours come from the style sheet. */
final class LineChart {
  private static final int WIDTH = 720;
  private static final int HEIGHT = 240;
  private static final int LEFT = 56;
  private static final int RIGHT = 24;
  private static final int BOTTOM = 28;
  private static final int TOP = 28;
  private static final int GRID_LINES = 4;
  private static final int MOST_TIME_LABELS = 10;

  /** A run of hours is thinned to this, so that the file stays small. */
  private static final int MOST_POINTS = 1200;

  private final String title;
  private final String unit;
  private final List<Line> lines = new ArrayList<>();

  /** Figures that are NaN are gaps. */
  private record Line(String name, List<Double> figures) {}

  LineChart(String title, String unit) {
    this.title = title;
    this.unit = unit;
  }

  LineChart line(String name, List<Double> figures) {
    lines.add(new Line(name, figures));
    return this;
  }

  String toSvg() {
    StringBuilder svg = new StringBuilder();
    svg.append(
        "<svg viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%s\">\n"
            .formatted(WIDTH, HEIGHT, title));
    svg.append(
        "<text x=\"%d\" y=\"16\" class=\"title\">%s (%s)</text>\n".formatted(LEFT, title, unit));
    double top = niceCeiling(largest());
    for (int i = 0; i <= GRID_LINES; i++) {
      grid(svg, top * i / GRID_LINES, top);
    }
    timeAxis(svg);
    for (int i = 0; i < lines.size(); i++) {
      path(svg, lines.get(i), i, top);
    }
    return svg.append("</svg>").toString();
  }

  private void grid(StringBuilder svg, double value, double top) {
    double y = y(value, top);
    svg.append(
        format(ROOT, "<path class=\"grid\" d=\"M%d %.1fH%d\"/>\n", LEFT, y, WIDTH - RIGHT)
            + format(
                ROOT,
                "<text x=\"%d\" y=\"%.1f\" class=\"end\">%s</text>\n",
                LEFT - 6,
                y + 4,
                tick(value)));
  }

  private void timeAxis(StringBuilder svg) {
    int step = Math.max(1, Math.ceilDiv(points(), MOST_TIME_LABELS));
    for (int second = 0; second <= points(); second += step) {
      svg.append(
          format(
              ROOT,
              "<text x=\"%.1f\" y=\"%d\" class=\"middle\">%d s</text>\n",
              x(second),
              HEIGHT - 8,
              second));
    }
  }

  private void path(StringBuilder svg, Line line, int index, double top) {
    int step = Math.max(1, (line.figures().size() + MOST_POINTS - 1) / MOST_POINTS);
    StringBuilder path = new StringBuilder();
    boolean gap = true;
    for (int i = 0; i < line.figures().size(); i += step) {
      double value = line.figures().get(i);
      if (!Double.isNaN(value)) {
        path.append(format(ROOT, "%s%.1f %.1f", gap ? "M" : "L", x(i + 0.5), y(value, top)));
      }
      gap = Double.isNaN(value);
    }
    svg.append(format(ROOT, "<path class=\"line line%d\" d=\"%s\"/>\n", index, path));
    int x = WIDTH - 90 * (lines.size() - index);
    svg.append(
        format(
            ROOT, "<text x=\"%d\" y=\"16\" class=\"line%d\">— %s</text>\n", x, index, line.name()));
  }

  private double largest() {
    return lines.stream()
        .flatMap(line -> line.figures().stream())
        .filter(value -> !value.isNaN())
        .mapToDouble(Double::doubleValue)
        .max()
        .orElse(1);
  }

  private int points() {
    return lines.stream().mapToInt(line -> line.figures().size()).max().orElse(0);
  }

  private double x(double seconds) {
    return LEFT + seconds * (WIDTH - RIGHT - LEFT) / Math.max(1, points());
  }

  private static double y(double value, double top) {
    return HEIGHT - BOTTOM - value / top * (HEIGHT - BOTTOM - TOP);
  }

  /** The next number with two digits at most that the grid lines divide well. */
  private static double niceCeiling(double value) {
    if (value <= 0) {
      return 1;
    }
    double power = Math.pow(10, Math.floor(Math.log10(value)));
    for (double factor : new double[] {1, 1.2, 1.6, 2, 2.4, 3.2, 4, 6, 8}) {
      if (value <= factor * power) {
        return factor * power;
      }
    }
    return 10 * power;
  }

  private static String tick(double value) {
    String text = value >= 10 ? format(ROOT, "%.0f", value) : format(ROOT, "%.3f", value);
    return text.contains(".") ? text.replaceAll("\\.?0+$", "") : text;
  }
}
