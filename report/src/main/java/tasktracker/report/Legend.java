package tasktracker.report;

import java.awt.geom.Line2D;
import java.util.SequencedMap;
import org.jfree.chart.LegendItem;
import org.jfree.chart.LegendItemCollection;
import org.jfree.chart.title.LegendTitle;
import org.jfree.chart.ui.HorizontalAlignment;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;

/** The names of the architectures beside a piece of their line, in as many rows as they need. */
final class Legend {

  private static final int LONGEST_NAME = 40;

  private Legend() {}

  static LegendTitle of(SequencedMap<String, LineStyle> styles, Theme theme, Typeface typeface) {
    var items = new LegendItemCollection();
    styles.forEach((name, style) -> items.add(item(shortened(typeface.legible(name)), style)));
    var legend = new LegendTitle(() -> items);
    legend.setItemFont(theme.legendFont());
    legend.setItemPaint(Theme.INK);
    legend.setBackgroundPaint(Theme.BACKGROUND);
    legend.setPosition(RectangleEdge.TOP);
    legend.setHorizontalAlignment(HorizontalAlignment.LEFT);
    legend.setLegendItemGraphicPadding(new RectangleInsets(2, 0, 2, 10));
    legend.setItemLabelPadding(new RectangleInsets(2, 4, 2, 36));
    legend.setPadding(new RectangleInsets(0, 4, 64, 0));
    return legend;
  }

  private static LegendItem item(String label, LineStyle style) {
    boolean visible = true;
    return new LegendItem(
        label,
        null,
        null,
        null,
        visible,
        style.marker(),
        visible,
        style.color(),
        visible,
        Theme.BACKGROUND,
        Theme.LINE,
        visible,
        new Line2D.Double(-32, 0, 32, 0),
        Theme.LINE,
        style.color());
  }

  static String shortened(String name) {
    return name.codePointCount(0, name.length()) <= LONGEST_NAME
        ? name
        : name.substring(0, name.offsetByCodePoints(0, LONGEST_NAME - 1)) + "…";
  }
}
