package tasktracker.report.load;

import static java.lang.String.format;
import static java.util.Locale.ROOT;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * A chart of lines that fits any width: lines stretch, letters do not. It can be read without
 * scripts; with them, pointer and arrow keys show the figures.
 */
final class LineChart {
  private static final JsonMapper JSON = new JsonMapper();
  private static final int WIDTH = 1000;
  private static final int HEIGHT = 300;

  private final String title;
  private final String unit;
  private final String model;
  private final List<Point> points;
  private final Map<String, Double> labels = new LinkedHashMap<>();
  private final Map<String, Double> marks = new LinkedHashMap<>();
  private final List<Line> lines = new ArrayList<>();
  private int styles;

  /**
   * A place on the horizontal axis.
   *
   * @param x from 0 to 1
   * @param name for people, for example {@code 12 s}
   */
  record Point(double x, String name) {}

  /**
   * @param style keeps its meaning where another line of the chart is left out
   * @param figures one at each point; NaN is a gap
   */
  private record Line(String name, int style, List<Double> figures) {}

  /**
   * @param model the load model, which is named on every chart
   */
  LineChart(String title, String unit, String model, List<Point> points) {
    this.title = title;
    this.unit = unit;
    this.model = model;
    this.points = points;
  }

  /** Adds a line; one without a single figure is left out. */
  LineChart line(String name, List<Double> figures) {
    if (figures.stream().anyMatch(figure -> !figure.isNaN())) {
      lines.add(new Line(name, styles, figures));
    }
    styles++;
    return this;
  }

  /** Labels a place of the horizontal axis. */
  LineChart label(String text, double x) {
    labels.put(text, x);
    return this;
  }

  /** Marks a place of the horizontal axis with a vertical line. */
  LineChart mark(String text, double x) {
    marks.put(text, x);
    return this;
  }

  String toHtml() {
    Scale scale = Scale.upTo(highest());
    StringBuilder html = new StringBuilder();
    html.append(
        "<figure class=\"chart\" tabindex=\"0\" role=\"img\" aria-label=\"%s\" data-chart=\"%s\">\n"
            .formatted(Html.escape(title + ", " + model), Html.escape(data())));
    html.append(
        "<figcaption><b>%s</b> (%s)<span class=\"model\">%s</span></figcaption>\n"
            .formatted(Html.escape(title), Html.escape(unit), Html.escape(model)));
    html.append(legend());
    html.append("<div class=\"plot\">");
    html.append(
        "<svg viewBox=\"0 0 %s %s\" preserveAspectRatio=\"none\" aria-hidden=\"true\">"
            .formatted(WIDTH, HEIGHT));
    for (double place : scale.places()) {
      html.append(format(ROOT, "<path class=\"grid\" d=\"M0 %.1fH%d\"/>", y(place), WIDTH));
    }
    for (Line line : lines) {
      html.append("<path class=\"line c%s\" d=\"%s\"/>".formatted(line.style(), path(line, scale)));
    }
    marks
        .values()
        .forEach(x ->
            html.append(
                format(ROOT, "<path class=\"mark\" d=\"M%.1f 0V%d\"/>", WIDTH * x, HEIGHT)));
    html.append("</svg>\n");
    for (double place : scale.places()) {
      html.append(
          format(
              ROOT,
              "<i class=\"y\" style=\"bottom:%.1f%%\">%s</i>",
              100 * place,
              scale.label(place)));
    }
    labels.forEach((text, x) ->
        html.append(format(ROOT, "<i class=\"x\" style=\"left:%.1f%%\">%s</i>", 100 * x, text)));
    marks.forEach((text, x) ->
        html.append(
            format(
                ROOT,
                "<i class=\"m%s\" style=\"left:%.1f%%\">%s</i>",
                x > 0.5 ? " before" : "",
                100 * x,
                Html.escape(text))));
    return html.append("</div>\n</figure>\n").toString();
  }

  private String legend() {
    StringBuilder legend = new StringBuilder("<ul class=\"legend\">");
    for (Line line : lines) {
      legend.append(
          """
          <li><svg viewBox="0 0 24 4" aria-hidden="true"><path class="line c%s" d="M0 2H24"/></svg>%s</li>\
          """
              .formatted(line.style(), Html.escape(line.name())));
    }
    return legend.append("</ul>\n").toString();
  }

  private String path(Line line, Scale scale) {
    StringBuilder path = new StringBuilder();
    boolean gap = true;
    for (int i = 0; i < points.size(); i++) {
      double figure = line.figures().get(i);
      if (!Double.isNaN(figure)) {
        boolean alone = gap && (i + 1 == points.size() || line.figures().get(i + 1).isNaN());
        path.append(
            format(
                ROOT,
                "%s%.1f %.1f%s",
                gap ? "M" : "L",
                WIDTH * points.get(i).x(),
                y(scale.place(figure)),
                alone ? "h.1" : ""));
      }
      gap = Double.isNaN(figure);
    }
    return path.toString();
  }

  private double highest() {
    return lines.stream()
        .flatMap(line -> line.figures().stream())
        .filter(figure -> !figure.isNaN())
        .mapToDouble(Double::doubleValue)
        .max()
        .orElse(0);
  }

  /** What pointer and arrow keys show: places, their names, and the figures of every line. */
  private String data() {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("x", points.stream().map(point -> Math.round(point.x() * 1e4) / 1e4).toList());
    data.put("at", points.stream().map(Point::name).toList());
    data.put("names", lines.stream().map(Line::name).toList());
    data.put(
        "figures",
        lines.stream()
            .map(line -> line.figures().stream().map(Figures::decimal).toList())
            .toList());
    return JSON.writeValueAsString(data);
  }

  private static double y(double place) {
    return HEIGHT * (1 - place);
  }
}
