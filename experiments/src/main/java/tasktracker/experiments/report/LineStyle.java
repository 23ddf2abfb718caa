package tasktracker.experiments.report;

import java.awt.Color;
import java.awt.Shape;

/**
 * How one architecture looks in every picture.
 *
 * @param color of line and marker
 * @param onDark the same on a dark background
 * @param marker around the origin, so that black-and-white prints tell lines apart
 */
public record LineStyle(Color color, Color onDark, Shape marker) {}
