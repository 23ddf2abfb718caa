package tasktracker.experiments.report.page;

import static java.util.Locale.ROOT;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import tasktracker.experiments.report.TimeChart;
import tasktracker.experiments.report.TimeChart.Line;
import tasktracker.experiments.report.TimeChart.Panel;
import tasktracker.experiments.report.TimeChart.Point;

/** Draws one chart over time as SVG, whose colours are those of the style sheet. */
final class CourseSvg {
  private static final int WIDTH = 760;
  private static final int PANEL = 210;
  private static final int LEFT = 56;
  private static final int RIGHT = 12;
  private static final int TOP = 34;
  private static final int BOTTOM = 26;
  private static final int GRID_LINES = 4;
  private static final int MOST_TIMES = 12;

  private final TimeChart chart;
  private final List<String> names;
  private final double first;
  private final double last;
  private final StringBuilder svg = new StringBuilder();

  private CourseSvg(TimeChart chart) {
    this.chart = chart;
    this.names =
        chart.panels().stream()
            .flatMap(panel -> panel.lines().stream().map(Line::name))
            .distinct()
            .toList();
    var times =
        chart.panels().stream()
            .flatMap(panel -> panel.lines().stream())
            .flatMap(line -> line.points().stream())
            .mapToDouble(Point::seconds)
            .summaryStatistics();
    this.first = times.getCount() == 0 ? 0 : Math.max(0, times.getMin() - 1);
    this.last = times.getCount() == 0 ? 1 : times.getMax() + 1;
  }

  static String of(TimeChart chart) {
    return new CourseSvg(chart).draw();
  }

  private String draw() {
    add(
        "<svg viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%s\">",
        WIDTH, PANEL * chart.panels().size(), HtmlPage.escape(chart.title()));
    for (int i = 0; i < chart.panels().size(); i++) {
      add("<g transform=\"translate(0 %d)\">", PANEL * i);
      panel(chart.panels().get(i));
      add("</g>");
    }
    return svg.append("</svg>").toString();
  }

  private void panel(Panel panel) {
    double highest = panel.lines().stream().mapToDouble(CourseSvg::highest).max().orElse(0);
    double top = Scale.niceCeiling(Math.max(highest, panel.smallestMaximum()));
    panel
        .spans()
        .forEach(span ->
            add(
                "<rect class=\"%s\" x=\"%.1f\" y=\"%d\" width=\"%.1f\" height=\"%d\"/>",
                span.strong() ? "fault" : "aftermath",
                x(span.from()),
                TOP,
                Math.max(1, x(span.to()) - x(span.from())),
                PANEL - TOP - BOTTOM));
    axes(top);
    panel
        .levels()
        .forEach(level ->
            add("<path class=\"mark\" d=\"M%d %.1fH%d\"/>", LEFT, y(level, top), WIDTH - RIGHT));
    panel.lines().forEach(line -> line(line, top));
    for (int i = 0; i < panel.marks().size(); i++) {
      TimeChart.Mark mark = panel.marks().get(i);
      double x = x(mark.seconds());
      add("<path class=\"mark\" d=\"M%.1f %dV%d\"/>", x, TOP, PANEL - BOTTOM);
      boolean right = x < WIDTH * 0.75;
      add(
          "<text class=\"%s\" x=\"%.1f\" y=\"%d\">%s</text>",
          right ? "start" : "end",
          right ? x + 4 : x - 4,
          TOP + 12 + 14 * (i % 3),
          HtmlPage.escape(mark.text()));
    }
    legend(panel);
  }

  private void legend(Panel panel) {
    add("<text class=\"label\" x=\"0\" y=\"12\">%s</text>", HtmlPage.escape(panel.label()));
    String entries =
        panel.lines().stream()
            .map(line ->
                "<tspan class=\"text%d\">● %s</tspan>"
                    .formatted(color(line), HtmlPage.escape(line.name())))
            .collect(Collectors.joining("  "));
    add("<text class=\"end\" x=\"%d\" y=\"27\">%s</text>", WIDTH - RIGHT, entries);
  }

  private void axes(double top) {
    for (int i = 0; i <= GRID_LINES; i++) {
      double value = top * i / GRID_LINES;
      add("<path class=\"grid\" d=\"M%d %.1fH%d\"/>", LEFT, y(value, top), WIDTH - RIGHT);
      add(
          "<text class=\"end\" x=\"%d\" y=\"%.1f\">%s</text>",
          LEFT - 6, y(value, top) + 4, Scale.tick(value));
    }
    for (double time : Scale.ticks(first, last, MOST_TIMES)) {
      add(
          "<text class=\"middle\" x=\"%.1f\" y=\"%d\">%s s</text>",
          x(time), PANEL - 8, Scale.tick(time));
    }
  }

  private void line(Line line, double top) {
    List<String> path = new ArrayList<>();
    boolean gap = true;
    for (Point point : line.points()) {
      boolean missing = Double.isNaN(point.value());
      if (!missing) {
        path.add(
            String.format(
                ROOT, "%s%.1f %.1f", gap ? "M" : "L", x(point.seconds()), y(point.value(), top)));
      }
      gap = missing;
    }
    add("<path class=\"line line%d\" d=\"%s\"/>", color(line), String.join("", path));
  }

  private int color(Line line) {
    return names.indexOf(line.name());
  }

  private static double highest(Line line) {
    return line.points().stream()
        .mapToDouble(Point::value)
        .filter(value -> !Double.isNaN(value))
        .max()
        .orElse(0);
  }

  private double x(double seconds) {
    double within = Math.clamp(seconds, first, last);
    return LEFT + (within - first) * (WIDTH - LEFT - RIGHT) / (last - first);
  }

  private static double y(double value, double top) {
    return PANEL - BOTTOM - value / top * (PANEL - TOP - BOTTOM);
  }

  private void add(String format, Object... values) {
    svg.append(String.format(ROOT, format, values)).append('\n');
  }
}
