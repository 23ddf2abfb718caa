package tasktracker.analysis.seconds;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Whether the seconds of a measurement were in a steady state. A series is not, when MSER-5 would
 * cut more than half of it and its halves differ by more than {@value #MATERIAL} of their mean: the
 * rule alone errs on one steady series in ten.
 */
public final class SteadyState {
  /** Fewer seconds make fewer than twelve means of five, which the rule cannot judge. */
  public static final int FEWEST_SECONDS = 60;

  private static final double MATERIAL = 0.05;

  private SteadyState() {}

  /**
   * Why a measurement is not steady; empty where it is, and where it is too short to be judged.
   *
   * @param throughputs of each second, in requests
   * @param meanLatenciesMs of each second that has requests
   */
  public static List<String> objections(List<Double> throughputs, List<Double> meanLatenciesMs) {
    return Stream.of(
            objection("throughput", throughputs), objection("mean latency in ms", meanLatenciesMs))
        .flatMap(Optional::stream)
        .toList();
  }

  /** Why a series is not steady; empty where it is, and where it is too short to be judged. */
  public static Optional<String> objection(String what, List<Double> perSecond) {
    if (perSecond.size() < FEWEST_SECONDS || Mser.five(perSecond).isSteady()) {
      return Optional.empty();
    }
    int middle = perSecond.size() / 2;
    double first = mean(perSecond.subList(0, middle));
    double second = mean(perSecond.subList(middle, perSecond.size()));
    return Math.abs(first - second) <= MATERIAL * (first + second) / 2
        ? Optional.empty()
        : Optional.of(
            String.format(
                Locale.ROOT,
                "no steady state: %s went from %.1f in the first half to %.1f in the second (MSER-5)",
                what,
                first,
                second));
  }

  private static double mean(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
  }
}
