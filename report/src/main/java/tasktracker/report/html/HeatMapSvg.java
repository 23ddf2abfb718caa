package tasktracker.report.html;

import static java.util.Locale.ROOT;

import java.util.List;

/** Draws a heat map as SVG: the larger a share, the darker its second. */
final class HeatMapSvg {
  private static final int WIDTH = 760;
  private static final int LABEL = 190;
  private static final int ROW = 20;
  private static final int BOTTOM = 22;
  private static final int MOST_TIMES = 10;

  /** So that a single failure among hundreds of requests is seen. */
  private static final double LEAST_SHADE = 0.25;

  private HeatMapSvg() {}

  static String of(Block.HeatMap map) {
    int seconds = map.rows().stream().mapToInt(row -> row.shares().size()).max().orElse(0);
    double cell = (double) (WIDTH - LABEL) / Math.max(1, seconds);
    StringBuilder svg = new StringBuilder();
    int height = ROW * map.rows().size() + BOTTOM;
    add(
        svg,
        "<svg viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%s\">",
        WIDTH,
        height,
        Markup.escape(map.caption()));
    for (int i = 0; i < map.rows().size(); i++) {
      Block.HeatRow row = map.rows().get(i);
      add(
          svg,
          "<text text-anchor=\"end\" x=\"%d\" y=\"%d\">%s</text>",
          LABEL - 8,
          ROW * i + 14,
          Markup.escape(row.name()));
      cells(svg, row.shares(), ROW * i, cell);
    }
    int step = Math.max(1, Math.ceilDiv(seconds, MOST_TIMES));
    for (int second = 0; second <= seconds; second += step) {
      add(
          svg,
          "<text text-anchor=\"middle\" x=\"%.1f\" y=\"%d\">%.0f s</text>",
          LABEL + second * cell,
          height - 6,
          map.begin() + second);
    }
    return svg.append("</svg>").toString();
  }

  private static void cells(StringBuilder svg, List<Double> shares, int y, double cell) {
    for (int i = 0; i < shares.size(); i++) {
      double share = shares.get(i);
      String kind = Double.isNaN(share) ? "none" : share == 0 ? "good" : "bad";
      double shade = share > 0 ? LEAST_SHADE + (1 - LEAST_SHADE) * share : 1;
      add(
          svg,
          "<rect class=\"%s\" x=\"%.2f\" y=\"%d\" width=\"%.2f\" height=\"%d\" opacity=\"%.2f\"/>",
          kind,
          LABEL + i * cell,
          y + 1,
          Math.max(0.5, cell - 0.5),
          ROW - 2,
          shade);
    }
  }

  private static void add(StringBuilder svg, String format, Object... values) {
    svg.append(String.format(ROOT, format, values)).append('\n');
  }
}
