package tasktracker.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.jfree.data.Range;
import tasktracker.report.Chart.Line;
import tasktracker.report.Chart.Point;

/** The intervals of a line as areas. */
final class Bands {

  /** A level without neighbours gets a bar this wide, as a share of the load axis. */
  private static final double SINGLE_WIDTH = 0.008;

  private Bands() {}

  /**
   * The outlines of the bands, one for each stretch of levels that all have an interval.
   *
   * @return corners as x, y, x, y and so on
   */
  static List<double[]> of(Line line, Range loads) {
    return stretches(line.points()).stream()
        .map(stretch ->
            stretch.size() == 1
                ? bar(stretch.getFirst(), SINGLE_WIDTH * loads.getLength())
                : band(stretch))
        .toList();
  }

  private static List<List<Point>> stretches(List<Point> points) {
    List<List<Point>> stretches = new ArrayList<>();
    boolean interrupted = true;
    for (Point point : points) {
      if (point.hasInterval()) {
        if (interrupted) {
          stretches.add(new ArrayList<>());
        }
        stretches.getLast().add(point);
      }
      interrupted = !point.hasInterval();
    }
    return stretches;
  }

  private static double[] band(List<Point> stretch) {
    return Stream.concat(
            stretch.stream().map(point -> new double[] {point.load(), point.high()}),
            stretch.reversed().stream().map(point -> new double[] {point.load(), point.low()}))
        .flatMapToDouble(DoubleStream::of)
        .toArray();
  }

  private static double[] bar(Point point, double width) {
    double left = point.load() - width / 2;
    double right = point.load() + width / 2;
    return new double[] {
      left, point.high(), right, point.high(), right, point.low(), left, point.low()
    };
  }
}
