package tasktracker.report.locust;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import tasktracker.load.recording.EndpointStatistics;
import tasktracker.load.recording.Latencies;

/** Figures in the forms of Locust: times in milliseconds, {@code N/A} where nothing was counted. */
final class LocustFields {
  static final List<String> PERCENTILE_COLUMNS =
      List.of("50%", "66%", "75%", "80%", "90%", "95%", "98%", "99%", "99.9%", "99.99%", "100%");

  private static final double[] PERCENTILES = {50, 66, 75, 80, 90, 95, 98, 99, 99.9, 99.99, 100};

  private LocustFields() {}

  static List<String> percentiles(Latencies latencies) {
    return DoubleStream.of(PERCENTILES)
        .mapToObj(p -> latencies.percentile(p).map(LocustFields::micros).orElse("N/A"))
        .toList();
  }

  /** Median, average, minimum, maximum and average content size. */
  static List<String> summary(EndpointStatistics statistics) {
    Latencies latencies = statistics.latencies();
    return List.of(
        latencies.percentile(50).map(LocustFields::micros).orElse("0"),
        latencies.mean().map(LocustFields::exact).orElse("0.0"),
        latencies.min().map(LocustFields::exact).orElse("0"),
        latencies.max().map(LocustFields::exact).orElse("0"),
        latencies.isEmpty() ? "0" : number(statistics.meanContentSize()));
  }

  /** A number as Python prints it; {@code N/A} where it is not known. */
  static String number(double value) {
    return Double.isNaN(value) ? "N/A" : new BigDecimal(Double.toString(value)).toPlainString();
  }

  /** A rate as in Locust's history. */
  static String rate(double perSecond) {
    return String.format(Locale.ROOT, "%.6f", perSecond);
  }

  @SafeVarargs
  static List<String> join(List<String>... parts) {
    List<String> joined = new ArrayList<>();
    for (List<String> part : parts) {
      joined.addAll(part);
    }
    return List.copyOf(joined);
  }

  private static String exact(Duration latency) {
    return number(latency.toNanos() / 1e6);
  }

  private static String micros(Duration latency) {
    BigDecimal millis = BigDecimal.valueOf((latency.toNanos() + 500) / 1_000, 3);
    return millis.signum() == 0 ? "0" : millis.stripTrailingZeros().toPlainString();
  }
}
