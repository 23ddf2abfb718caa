package tasktracker.report;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * A picture as data: one or more panels over one load axis.
 *
 * @param title what it shows, without a claim
 * @param subtitle the conditions of the measurement
 * @param loadLabel name and unit of the horizontal axis
 * @param panels from top to bottom
 * @param notes what the reader must know beside the lines, such as gaps
 */
public record Chart(
    String title, String subtitle, String loadLabel, List<Panel> panels, List<String> notes) {

  /** Copies the lists. */
  public Chart {
    panels = List.copyOf(panels);
    notes = List.copyOf(notes);
  }

  /** The same without its conditions, for where they stand beside it. */
  public Chart withoutSubtitle() {
    return new Chart(title, "", loadLabel, panels, notes);
  }

  /** The names of all lines. */
  public Set<String> names() {
    return panels.stream()
        .flatMap(panel -> panel.lines().stream())
        .map(Line::name)
        .collect(Collectors.toSet());
  }

  /**
   * One figure.
   *
   * @param label name and unit of the vertical axis
   * @param smallestMaximum the vertical axis reaches at least this far above 0
   * @param lines one for each architecture
   * @param crossings points to ring
   * @param spans stretches of the horizontal axis to shade
   */
  public record Panel(
      String label,
      double smallestMaximum,
      List<Line> lines,
      List<Point> crossings,
      List<Span> spans) {

    private static final double ROOM_FOR_INTERVALS = 1.5;

    /** Copies the lists. */
    public Panel {
      lines = List.copyOf(lines);
      crossings = List.copyOf(crossings);
      spans = List.copyOf(spans);
    }

    /** Without spans. */
    public Panel(String label, double smallestMaximum, List<Line> lines, List<Point> crossings) {
      this(label, smallestMaximum, lines, crossings, List.of());
    }

    /**
     * What the vertical axis has to show: means, single runs and ends of intervals, without gaps. A
     * very wide interval runs out of the picture rather than flattening the lines.
     */
    DoubleStream measured() {
      double highest = values().mapToDouble(Point::value).max().orElse(0);
      return DoubleStream.concat(
          values().mapToDouble(Point::value),
          values()
              .filter(Point::hasInterval)
              .flatMapToDouble(point ->
                  DoubleStream.of(
                      point.low(), Math.min(point.high(), ROOM_FOR_INTERVALS * highest))));
    }

    private Stream<Point> values() {
      return lines.stream()
          .flatMap(line -> Stream.concat(line.points.stream(), line.repetitions.stream()))
          .filter(point -> !point.isGap());
    }
  }

  /**
   * One architecture.
   *
   * @param name its name in the legend
   * @param points by rising load; a point without value interrupts the line
   * @param repetitions single runs behind the means, drawn small; empty where there is one run each
   */
  public record Line(String name, List<Point> points, List<Point> repetitions) {

    /** Copies the lists. */
    public Line {
      points = List.copyOf(points);
      repetitions = List.copyOf(repetitions);
    }
  }

  /**
   * A place in a panel.
   *
   * @param load the horizontal coordinate
   * @param value the vertical one; NaN for a gap
   * @param low lower end of the interval of the value; NaN where there is none
   * @param high upper end of it; NaN where there is none
   */
  public record Point(double load, double value, double low, double high) {

    /** Without an interval. */
    public Point(double load, double value) {
      this(load, value, Double.NaN, Double.NaN);
    }

    /** Returns whether there is nothing to draw. */
    public boolean isGap() {
      return Double.isNaN(value);
    }

    /** Returns whether the value has an interval. */
    public boolean hasInterval() {
      return !isGap() && !Double.isNaN(low) && !Double.isNaN(high);
    }
  }

  /**
   * A stretch of the horizontal axis, such as the interval of a crossing or an outage.
   *
   * @param from where it begins
   * @param to where it ends
   * @param label what it is, in a few words
   * @param faint whether it is shaded less, as what follows another
   */
  public record Span(double from, double to, String label, boolean faint) {

    /** Not faint. */
    public Span(double from, double to, String label) {
      this(from, to, label, false);
    }
  }
}
