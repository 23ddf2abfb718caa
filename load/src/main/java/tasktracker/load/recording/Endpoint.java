package tasktracker.load.recording;

import java.util.Comparator;

/**
 * What requests are counted by.
 *
 * @param method HTTP method, empty for {@link #AGGREGATED}
 * @param name name given by the scenario
 */
public record Endpoint(String method, String name) implements Comparable<Endpoint> {
  /** All endpoints taken together. */
  public static final Endpoint AGGREGATED = new Endpoint("", "Aggregated");

  private static final Comparator<Endpoint> ORDER =
      Comparator.comparing(Endpoint::name).thenComparing(Endpoint::method);

  @Override
  public int compareTo(Endpoint other) {
    return ORDER.compare(this, other);
  }
}
