package tasktracker.analysis.seconds;

import java.util.List;
import java.util.Locale;

/**
 * A figure of a measurement from second to second, that warm-up improves.
 *
 * @param name such as {@code CPU per request}
 * @param unit such as {@code ms}
 * @param risesWhileWarming whether warm-up makes it rise, as it does the throughput
 * @param ofService whether it is that of one service, and not of the whole system
 * @param values oldest first, at equal distances; NaN where there is none
 */
public record WarmingSeries(
    String name, String unit, boolean risesWhileWarming, boolean ofService, List<Double> values) {

  /** Copies the values. */
  public WarmingSeries {
    values = List.copyOf(values);
  }

  /** CPU time of the whole stack. */
  public static WarmingSeries cpu(List<Double> msPerRequest) {
    return new WarmingSeries("CPU per request", "ms", false, false, msPerRequest);
  }

  /** CPU time of one service. */
  public static WarmingSeries cpuOf(String service, List<Double> msPerRequest) {
    return new WarmingSeries("CPU per request of " + service, "ms", false, true, msPerRequest);
  }

  /** Completed requests. */
  public static WarmingSeries throughput(List<Double> requestsPerSecond) {
    return new WarmingSeries("throughput", "requests/s", true, false, requestsPerSecond);
  }

  /** Mean latency. */
  public static WarmingSeries latency(List<Double> ms) {
    return new WarmingSeries("mean latency", "ms", false, false, ms);
  }

  /** Its finite values, turned so that warm-up makes them rise. */
  double[] rising() {
    return values.stream()
        .mapToDouble(value -> risesWhileWarming ? value : -value)
        .filter(Double::isFinite)
        .toArray();
  }

  /** {@code CPU per request fell from 8.1 to 5.2 ms}. */
  String change(double from, double to) {
    return "%s %s from %s to %s %s"
        .formatted(name, risesWhileWarming ? "rose" : "fell", text(from), text(to), unit);
  }

  private static String text(double value) {
    double size = Math.abs(value);
    return String.format(Locale.ROOT, size >= 100 ? "%,.0f" : size >= 1 ? "%.1f" : "%.2f", value);
  }
}
