package tasktracker.analysis.verdict;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import tasktracker.analysis.estimate.Basis;
import tasktracker.analysis.estimate.Estimate;
import tasktracker.analysis.estimate.Interval;

/** How numbers, intervals and levels read in sentences. */
public final class Wording {
  private static final int DIGITS = 3;
  private static final int MOST_NAMED = 3;
  private static final double BEYOND = 100;

  private Wording() {}

  /** A number with three significant digits, or all of those before the point. */
  public static String number(double value) {
    if (value == 0) {
      return "0";
    }
    int before = (int) Math.floor(Math.log10(Math.abs(value))) + 1;
    int decimals = Math.clamp(DIGITS - before, 0, 12);
    return String.format(Locale.ROOT, "%." + decimals + "f", value);
  }

  /** An estimate and its interval: {@code 1.52 (1.40–1.64)}. */
  public static String estimate(Estimate estimate) {
    Interval interval = estimate.interval();
    return interval == null
        ? number(estimate.value())
        : number(estimate.value()) + " (" + interval(interval) + ")";
  }

  /** An effect, with a sign where it is a ratio: {@code × 1.52 (1.40–1.64)}. */
  public static String effect(Effect effect) {
    Estimate estimate = effect.estimate();
    String value = (effect.scale() == Effect.Scale.RATIO ? "× " : "") + number(estimate.value());
    return estimate.interval() == null ? value : value + " (" + interval(effect) + ")";
  }

  /**
   * The interval of an effect that has one. Of a ratio, an end that is more than a hundred times
   * away says that nothing is known: {@code <0.01–>100}.
   */
  static String interval(Effect effect) {
    Interval interval = effect.estimate().interval();
    if (effect.scale() != Effect.Scale.RATIO) {
      return interval(interval);
    }
    double ratio = effect.estimate().value();
    boolean low = interval.low() < 1 / BEYOND && ratio > 10 / BEYOND;
    boolean high = interval.high() > BEYOND && ratio < BEYOND / 10;
    return (low ? "<" + plain(1 / BEYOND) : number(interval.low()))
        + "–"
        + (high ? ">" + plain(BEYOND) : number(interval.high()));
  }

  /** An interval: {@code 1.40–1.64}; negative ends are set apart by a word. */
  public static String interval(Interval interval) {
    String between = interval.low() < 0 ? " to " : "–";
    return number(interval.low()) + between + number(interval.high());
  }

  /** A share in percent: {@code 5 %}. */
  public static String percent(double share) {
    return plain(share * 100) + " %";
  }

  /** A number without digits that say nothing: {@code 60}, {@code 2.5}. */
  public static String plain(double value) {
    return plain(value, 3);
  }

  /** The same with at most so many decimals. */
  public static String plain(double value, int decimals) {
    return BigDecimal.valueOf(value)
        .setScale(decimals, RoundingMode.HALF_UP)
        .stripTrailingZeros()
        .toPlainString();
  }

  /** How much more is needed: {@code about 1 more repetition needed}, {@code about 2 to 5 …}. */
  public static String repetitionsNeeded(int fewest, int most) {
    return "about %s more %s needed"
        .formatted(range(fewest, most), most == 1 ? "repetition" : "repetitions");
  }

  /** From the least to the most of something: {@code 3}, {@code 3 to 5}. */
  public static String range(int least, int most) {
    return least == most ? String.valueOf(most) : least + " to " + most;
  }

  /** Levels: {@code 10, 50 and 200 users}. */
  public static String levels(List<Integer> levels) {
    return and(levels.stream().map(String::valueOf).toList()) + " users";
  }

  /** Items of a list: {@code a, b and c}. */
  public static String and(List<String> items) {
    return items.size() < 2
        ? String.join("", items)
        : String.join(", ", items.subList(0, items.size() - 1)) + " and " + items.getLast();
  }

  /** A few items, and how many more there are: {@code a, b, c and 2 more}. */
  public static String few(List<String> items) {
    String first = String.join(", ", items.subList(0, Math.min(MOST_NAMED, items.size())));
    return items.size() <= MOST_NAMED
        ? first
        : first + " and " + (items.size() - MOST_NAMED) + " more";
  }

  /** What a basis allows to say, in brackets after a figure or as a part of a sentence. */
  public static String basis(Basis basis) {
    return switch (basis) {
      case ACROSS_REPETITIONS -> "across repetitions";
      case WITHIN_RUN -> "one run each";
      case ACROSS_LEVELS -> "across levels";
      case NONE -> "no interval";
    };
  }

  /** The text with its first letter in upper case, except where it names a percentile. */
  public static String capital(String text) {
    return text.matches("p\\d.*")
        ? text
        : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }

  /** The text as a sentence of its own. */
  public static String sentence(String text) {
    return capital(text) + ".";
  }
}
