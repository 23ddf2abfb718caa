package tasktracker.analysis.recovery;

import java.time.Duration;
import java.util.Locale;
import java.util.Objects;

/**
 * How long something took, or that it took longer than could be watched (right-censored).
 *
 * @param length how long it took, or how long it is known not to have happened
 * @param censored whether it had not happened when the load ended
 */
public record Timing(Duration length, boolean censored) implements Comparable<Timing> {

  /** Refuses one without a length, which a file may hold. */
  public Timing {
    Objects.requireNonNull(length, "length is missing");
  }

  /** It took this long. */
  public static Timing of(Duration length) {
    return new Timing(length, false);
  }

  /** It took longer than this. */
  public static Timing moreThan(Duration length) {
    return new Timing(length, true);
  }

  /** By length; of the same length, what is longer comes after what is exact. */
  @Override
  public int compareTo(Timing other) {
    int order = length.compareTo(other.length);
    return order != 0 ? order : Boolean.compare(censored, other.censored);
  }

  /** In seconds with one decimal, such as {@code 1.8 s} and {@code > 42.0 s}; below, in ms. */
  @Override
  public String toString() {
    String text =
        length.toMillis() < 1_000
            ? length.toMillis() + " ms"
            : String.format(Locale.ROOT, "%.1f s", length.toNanos() / 1e9);
    return censored ? "> " + text : text;
  }
}
