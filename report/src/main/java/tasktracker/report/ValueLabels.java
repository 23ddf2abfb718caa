package tasktracker.report;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Writes values beside their markers, wherever there is room for them. */
final class ValueLabels {

  private static final double MARKER = 17;
  private static final double AIR = 5;

  private final Rectangle2D area;
  private final List<Line2D> lines = new ArrayList<>();
  private final List<Label> labels = new ArrayList<>();
  private final List<Rectangle2D> taken = new ArrayList<>();

  ValueLabels(Rectangle2D area) {
    this.area = area;
  }

  /** Keeps labels off a ring. */
  void avoid(Point2D place, double radius) {
    taken.add(around(place, radius));
  }

  /** Adds a line: its markers with their values, interrupted by gaps. */
  void add(List<Marker> markers, Color color) {
    for (int i = 0; i < markers.size(); i++) {
      Marker marker = markers.get(i);
      if (marker.isGap()) {
        continue;
      }
      labels.add(new Label(marker, color));
      if (i > 0 && !markers.get(i - 1).isGap()) {
        lines.add(new Line2D.Double(markers.get(i - 1).place, marker.place));
      }
    }
  }

  void draw(Graphics2D graphics, Font font) {
    graphics.setFont(font);
    FontMetrics metrics = graphics.getFontMetrics();
    labels.forEach(label -> taken.add(around(label.place(), MARKER)));
    for (Label label : labels) {
      String text = ValueText.of(label.marker.value);
      Optional<Rectangle2D> room =
          isHidden(label)
              ? Optional.empty()
              : room(label.place(), metrics.stringWidth(text), metrics.getAscent());
      room.ifPresent(place -> {
        taken.add(place);
        graphics.setColor(label.color.darker());
        float baseline = (float) place.getMaxY() - metrics.getDescent() / 2f;
        graphics.drawString(text, (float) place.getX(), baseline);
      });
    }
  }

  /** Returns whether a marker that was added earlier lies in the same place. */
  private boolean isHidden(Label label) {
    return labels.subList(0, labels.indexOf(label)).stream()
        .anyMatch(earlier -> earlier.place().distance(label.place()) < 1);
  }

  private Optional<Rectangle2D> room(Point2D place, double width, double height) {
    double left = place.getX() - width / 2;
    double beside = MARKER + AIR;
    double middle = place.getY() - height / 2;
    return Stream.<Rectangle2D>of(
            new Rectangle2D.Double(left, place.getY() - beside - height, width, height),
            new Rectangle2D.Double(left, place.getY() + beside, width, height),
            new Rectangle2D.Double(place.getX() + beside, middle, width, height),
            new Rectangle2D.Double(place.getX() - beside - width, middle, width, height))
        .filter(room -> isFree(room, place))
        .findFirst();
  }

  private boolean isFree(Rectangle2D room, Point2D owner) {
    Rectangle2D reach = room.createUnion(new Rectangle2D.Double(owner.getX(), owner.getY(), 0, 0));
    return area.contains(room)
        && taken.stream().noneMatch(room::intersects)
        && lines.stream().noneMatch(room::intersectsLine)
        && labels.stream()
            .map(Label::place)
            .filter(place -> place.distance(owner) >= 1)
            .noneMatch(reach::contains);
  }

  private static Rectangle2D around(Point2D place, double radius) {
    return new Rectangle2D.Double(
        place.getX() - radius, place.getY() - radius, 2 * radius, 2 * radius);
  }

  /**
   * A marker in the picture.
   *
   * @param place its centre in pixels
   * @param value the value it stands for
   */
  record Marker(Point2D place, double value) {
    private boolean isGap() {
      return Double.isNaN(value);
    }
  }

  private record Label(Marker marker, Color color) {
    private Point2D place() {
      return marker.place;
    }
  }
}
