package tasktracker.experiments.report;

import java.awt.RenderingHints;
import java.util.List;
import java.util.SequencedMap;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.plot.CombinedDomainXYPlot;
import org.jfree.chart.ui.RectangleEdge;

/** What all pictures have around their panels: title, conditions, legend and notes. */
final class Frame {

  /** Roughly what titles and legend leave, and what a note takes of it. */
  private static final double PLOT_HEIGHT = 660;

  private static final double NOTE_HEIGHT = 44;
  private static final double GAP_BETWEEN_PANELS = 84;

  private final Theme theme;
  private final Typeface typeface;

  Frame(Theme theme, Typeface typeface) {
    this.theme = theme;
    this.typeface = typeface;
  }

  JFreeChart around(
      CombinedDomainXYPlot plot,
      String title,
      String subtitle,
      SequencedMap<String, LineStyle> styles,
      List<String> notes) {
    plot.setGap(GAP_BETWEEN_PANELS);
    var picture = new JFreeChart(null, null, plot, false);
    picture.setBackgroundPaint(Theme.BACKGROUND);
    picture.setPadding(Theme.MARGIN);
    picture.setTextAntiAlias(true);
    picture
        .getRenderingHints()
        .put(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    picture.setTitle(theme.title(title));
    picture.addSubtitle(theme.subtitle(subtitle));
    picture.addSubtitle(Legend.of(styles, theme, typeface));
    for (String note : notes.reversed()) {
      var line = theme.note(note);
      line.setPosition(RectangleEdge.BOTTOM);
      picture.addSubtitle(line);
    }
    return picture;
  }

  /** Height of each panel in pixels. */
  static double panelHeight(int panels, int notes) {
    double gaps = GAP_BETWEEN_PANELS * (panels - 1);
    return (PLOT_HEIGHT - NOTE_HEIGHT * notes - gaps) / panels;
  }
}
