import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a generator said of its own run.
 *
 * @param p50 median latency in µs, likewise {@code p99} and {@code max}; NaN where it does not say
 */
record Figures(long requests, double rps, double p50, double p99, double max) {

  /** A figure of the line that {@link Subject} prints. */
  static double of(String output, String name) {
    return number(output, "FIGURES .*\\b" + name + "=(-?[0-9.]+)");
  }

  /** The number in the first group of the first match; NaN without one. */
  static double number(String output, String regex) {
    Matcher matcher = Pattern.compile(regex, Pattern.MULTILINE).matcher(output);
    return matcher.find() ? Double.parseDouble(matcher.group(1)) : Double.NaN;
  }

  /** A time such as {@code 571.00us} or {@code 1.02s} in µs. */
  static double time(String output, String regex) {
    Matcher matcher =
        Pattern.compile(regex + "([0-9.]+)(us|ms|s)\\b", Pattern.MULTILINE).matcher(output);
    if (!matcher.find()) {
      return Double.NaN;
    }
    double number = Double.parseDouble(matcher.group(1));
    return switch (matcher.group(2)) {
      case "us" -> number;
      case "ms" -> number * 1e3;
      default -> number * 1e6;
    };
  }
}
