package tasktracker.report;

import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Area;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.TreeSet;

/**
 * Gives each architecture its colour and marker. The two that every study has own the first two,
 * also when alone; others follow by name. The figures of one architecture have places of their own.
 *
 * <p>The colours are Okabe and Ito's, which people of every colour vision can tell apart: <a
 * href="https://jfly.uni-koeln.de/color/">Color Universal Design</a>.
 */
public final class Palette {

  private static final List<String> FIRST = List.of("monolith", "microservices");

  private static final List<Color> COLORS =
      List.of(
          new Color(0x0072B2),
          new Color(0xD55E00),
          new Color(0x009E73),
          new Color(0xCC79A7),
          new Color(0x000000),
          new Color(0xE69F00),
          new Color(0x56B4E9),
          new Color(0xF0E442));

  /** What a single architecture's lines may be, each with the place of its colour and marker. */
  private static final Map<String, Integer> FIGURES =
      Map.of("goodput", 2, "failed requests", 1, "p50", 6, "p95", 0, "p99", 4);

  /** The same hues, light enough for a dark background. */
  private static final List<Color> COLORS_ON_DARK =
      List.of(
          new Color(0x5DB3E8),
          new Color(0xFF8F4D),
          new Color(0x35C79B),
          new Color(0xE2A1C4),
          new Color(0xFFFFFF),
          new Color(0xF0B840),
          new Color(0x9AD4F5),
          new Color(0xF5EC7A));

  private static final List<Shape> MARKERS =
      List.of(
          new Ellipse2D.Double(-11.5, -11.5, 23, 23),
          new Rectangle2D.Double(-13, -13, 26, 26),
          polygon(3, 0),
          polygon(4, 0),
          polygon(3, Math.PI),
          cross(),
          polygon(5, 0),
          AffineTransform.getRotateInstance(Math.PI / 4).createTransformedShape(cross()),
          polygon(6, 0));

  private Palette() {}

  /** Returns the styles in the order of legends, the first one drawn on top. */
  public static SequencedMap<String, LineStyle> of(Collection<String> names) {
    SequencedSet<String> order = new LinkedHashSet<>(FIRST);
    order.addAll(new TreeSet<>(names));
    SequencedMap<String, LineStyle> styles = new LinkedHashMap<>();
    int i = 0;
    for (String name : order) {
      styles.put(name, style(FIGURES.getOrDefault(name, i)));
      i++;
    }
    styles.keySet().retainAll(names);
    return styles;
  }

  private static LineStyle style(int place) {
    return new LineStyle(
        COLORS.get(place % COLORS.size()),
        COLORS_ON_DARK.get(place % COLORS.size()),
        MARKERS.get(place % MARKERS.size()));
  }

  /** A regular polygon with one corner on top, before it is turned. */
  private static Shape polygon(int corners, double turn) {
    double radius = corners == 3 ? 18 : 16;
    var path = new Path2D.Double();
    for (int i = 0; i < corners; i++) {
      double angle = turn + 2 * Math.PI * i / corners;
      double x = radius * Math.sin(angle);
      double y = -radius * Math.cos(angle);
      if (i == 0) {
        path.moveTo(x, y);
      } else {
        path.lineTo(x, y);
      }
    }
    path.closePath();
    return path;
  }

  private static Shape cross() {
    var cross = new Area(new Rectangle2D.Double(-16, -6, 32, 12));
    cross.add(new Area(new Rectangle2D.Double(-6, -16, 12, 32)));
    return cross;
  }
}
