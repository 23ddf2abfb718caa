package tasktracker.analysis.compare;

import java.util.List;
import java.util.Optional;

/** Two lines of straight pieces over the same levels. */
public final class MeetingLines {
  private MeetingLines() {}

  /**
   * One level.
   *
   * @param load virtual users
   * @param baseline the value of one line
   * @param difference by how much the other one is above it
   */
  public record Place(double load, double baseline, double difference) {

    /** Where the lines meet between here and the next level. */
    public Place meets(Place next) {
      double share = difference / (difference - next.difference);
      return new Place(
          load + share * (next.load - load), baseline + share * (next.baseline - baseline), 0);
    }
  }

  /** The first place, by rising load, where the lines change their order. */
  static Optional<Place> first(List<Place> places) {
    for (int i = 1; i < places.size(); i++) {
      Place one = places.get(i - 1);
      Place other = places.get(i);
      if (one.difference() * other.difference() < 0) {
        return Optional.of(one.meets(other));
      }
      if (other.difference() == 0 && i < places.size() - 1) {
        return Optional.of(other);
      }
    }
    return Optional.empty();
  }
}
