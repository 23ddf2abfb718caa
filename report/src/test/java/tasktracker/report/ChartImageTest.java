package tasktracker.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tasktracker.report.Chart.Line;
import tasktracker.report.Chart.Panel;
import tasktracker.report.Chart.Point;

class ChartImageTest {

  private static final int BORDER = 16;
  private static final Chart.Span SPAN = new Chart.Span(12, 30, "12–30 users");

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 8, 12})
  void showsEveryArchitectureInsideThePicture(int architectures) {
    List<Line> lines =
        IntStream.range(0, architectures)
            .mapToObj(i -> line("architecture with a rather long name, number " + i, i + 1))
            .toList();
    Chart chart = chart(2, lines);

    BufferedImage image = ChartImage.draw(chart);

    assertThat(image.getWidth()).isEqualTo(1920);
    assertThat(image.getHeight()).isEqualTo(1080);
    assertThat(Palette.of(chart.names()).values())
        .extracting(LineStyle::color)
        .allSatisfy(color -> assertThat(pixels(image, color)).isGreaterThan(1000));
    assertBorderIsBlank(image);
  }

  @Test
  void keepsLongTextsInsideThePicture() {
    Line line = line("architecture ".repeat(40), 5);
    var chart =
        new Chart(
            "title ".repeat(80),
            "subtitle ".repeat(80),
            "load",
            List.of(new Panel("figure (unit)", 1, List.of(line), List.of())),
            List.of("note ".repeat(120)));

    assertBorderIsBlank(ChartImage.draw(chart));
  }

  @Test
  void interruptsALineAtAGap() {
    Line whole = new Line("monolith", points(1, 1, 1), List.of());
    Line interrupted = new Line("monolith", points(1, Double.NaN, 1), List.of());
    Color color = Palette.of(List.of("monolith")).get("monolith").color();

    int drawn = pixels(ChartImage.draw(chart(1, List.of(whole))), color);
    int left = pixels(ChartImage.draw(chart(1, List.of(interrupted))), color);

    assertThat(left).isLessThan(drawn / 2);
  }

  @Test
  void saysSoWhereThereIsNoFigureAtAll() {
    Line empty = new Line("monolith", points(Double.NaN, Double.NaN), List.of());
    Line absent = new Line("monolith", List.of(), List.of());

    assertBorderIsBlank(ChartImage.draw(chart(1, List.of(empty))));
    assertBorderIsBlank(ChartImage.draw(chart(1, List.of(absent))));
  }

  @Test
  void shadesIntervalsAndSpans() {
    Line exact = new Line("monolith", points(1, 2, 3), List.of());
    Line unsure =
        new Line(
            "monolith",
            exact.points().stream()
                .map(point -> new Point(point.load(), point.value(), 0.5, 4))
                .toList(),
            List.of());
    var span = new Panel("figure (unit)", 1, List.of(unsure), List.of(), List.of(SPAN));

    BufferedImage without = ChartImage.draw(chart(1, List.of(exact)));
    BufferedImage bands = ChartImage.draw(chart(1, List.of(unsure)));
    BufferedImage all = ChartImage.draw(new Chart("", "", "", List.of(span), List.of()));

    assertThat(blank(bands)).isLessThan(blank(without) - 100_000);
    assertThat(pixels(all, Theme.SPAN)).isGreaterThan(10_000);
    assertBorderIsBlank(all);
  }

  @Test
  void aLevelWithoutNeighboursShowsItsIntervalAsABar() {
    Line line = new Line("monolith", List.of(new Point(10, 2, 1, 3)), List.of());
    Line exact = new Line("monolith", List.of(new Point(10, 2)), List.of());

    assertThat(blank(ChartImage.draw(chart(1, List.of(line)))))
        .isLessThan(blank(ChartImage.draw(chart(1, List.of(exact)))));
  }

  @Test
  void drawsTheSamePictureTwice() {
    Chart chart = chart(1, List.of(line("monolith", 3), line("microservices", 4)));

    assertThat(rgb(ChartImage.draw(chart))).isEqualTo(rgb(ChartImage.draw(chart)));
  }

  private static Chart chart(int panels, List<Line> lines) {
    return new Chart(
        "Figure by load",
        "closed model",
        "Users",
        Collections.nCopies(panels, new Panel("figure (unit)", 1, lines, List.of())),
        List.of("a note"));
  }

  private static Line line(String name, double slope) {
    return new Line(name, points(slope, 3 * slope, 9 * slope), List.of());
  }

  private static List<Point> points(double... values) {
    List<Point> points = new ArrayList<>();
    for (double value : values) {
      points.add(new Point(10 << points.size(), value));
    }
    return points;
  }

  private static int blank(BufferedImage image) {
    return pixels(image, Theme.BACKGROUND);
  }

  static int pixels(BufferedImage image, Color color) {
    return (int) IntStream.of(rgb(image)).filter(pixel -> pixel == color.getRGB()).count();
  }

  static void assertBorderIsBlank(BufferedImage image) {
    for (int x = 0; x < image.getWidth(); x++) {
      for (int y = 0; y < image.getHeight(); y++) {
        boolean border =
            Math.min(x, image.getWidth() - 1 - x) < BORDER
                || Math.min(y, image.getHeight() - 1 - y) < BORDER;
        if (border && image.getRGB(x, y) != Color.WHITE.getRGB()) {
          throw new AssertionError("something is drawn at the edge: " + x + ", " + y);
        }
      }
    }
  }

  private static int[] rgb(BufferedImage image) {
    return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
  }
}
