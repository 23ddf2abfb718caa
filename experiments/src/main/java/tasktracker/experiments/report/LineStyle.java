package tasktracker.experiments.report;

import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.AffineTransform;

/**
 * How one architecture looks in every picture.
 *
 * @param color of line and marker
 * @param marker around the origin, so that black-and-white prints tell lines apart
 */
record LineStyle(Color color, Shape marker) {
  private static final double SMALL = 0.45;

  /** The same with a marker for lines of many points. */
  LineStyle small() {
    return new LineStyle(
        color, AffineTransform.getScaleInstance(SMALL, SMALL).createTransformedShape(marker));
  }
}
