package tasktracker.experiments.report;

import java.awt.Color;
import java.awt.Shape;

/**
 * How one architecture looks in every picture.
 *
 * @param color of line and marker
 * @param marker around the origin, so that black-and-white prints tell lines apart
 */
record LineStyle(Color color, Shape marker) {}
