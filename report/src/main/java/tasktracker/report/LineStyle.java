package tasktracker.report;

import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.AffineTransform;

/**
 * How one architecture looks in every picture.
 *
 * @param color of line and marker
 * @param onDark the same on a dark background
 * @param marker around the origin, so that black-and-white prints tell lines apart
 */
public record LineStyle(Color color, Color onDark, Shape marker) {
  private static final double SMALL = 0.45;

  /** The same with a marker for lines of many points. */
  LineStyle small() {
    return new LineStyle(
        color,
        onDark,
        AffineTransform.getScaleInstance(SMALL, SMALL).createTransformedShape(marker));
  }
}
