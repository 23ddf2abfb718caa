package tasktracker.experiments.report;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A picture of what happened over the time of one or more load tests: panels over one axis of
 * seconds.
 *
 * @param title what it shows, without a claim
 * @param subtitle the conditions of the measurement
 * @param panels from top to bottom
 * @param notes what the reader must know beside the lines
 */
public record TimeChart(String title, String subtitle, List<Panel> panels, List<String> notes) {

  /** Copies the lists. */
  public TimeChart {
    panels = List.copyOf(panels);
    notes = List.copyOf(notes);
  }

  /** The names of all lines. */
  Set<String> names() {
    return panels.stream()
        .flatMap(panel -> panel.lines().stream())
        .map(Line::name)
        .collect(Collectors.toSet());
  }

  /**
   * Some figures of one unit.
   *
   * @param label name and unit of the vertical axis
   * @param smallestMaximum the vertical axis reaches at least this far above 0
   * @param lines the figures
   * @param spans spans of time to shade
   * @param marks moments to mark
   * @param levels values to mark by a horizontal line
   */
  public record Panel(
      String label,
      double smallestMaximum,
      List<Line> lines,
      List<Span> spans,
      List<Mark> marks,
      List<Double> levels) {

    /** Copies the lists. */
    public Panel {
      lines = List.copyOf(lines);
      spans = List.copyOf(spans);
      marks = List.copyOf(marks);
      levels = List.copyOf(levels);
    }

    Stream<Point> measured() {
      return lines.stream()
          .flatMap(line -> line.points().stream())
          .filter(point -> !Double.isNaN(point.value()));
    }
  }

  /**
   * A figure by time.
   *
   * @param name its name in the legend
   * @param points by rising time; a point without value interrupts the line
   */
  public record Line(String name, List<Point> points) {

    /** Copies the list. */
    public Line {
      points = List.copyOf(points);
    }
  }

  /**
   * The figure of one second.
   *
   * @param seconds the middle of the second, since the begin of the load
   * @param value the figure; NaN where there is none
   */
  public record Point(double seconds, double value) {}

  /**
   * A span of time to shade, such as that of a fault.
   *
   * @param from seconds since the begin of the load
   * @param to likewise
   * @param strong whether the fault itself was there, and not only what it left behind
   */
  public record Span(double from, double to, boolean strong) {}

  /**
   * A moment to mark.
   *
   * @param seconds since the begin of the load
   * @param text what happened
   */
  public record Mark(double seconds, String text) {}
}
