package tasktracker.load.model;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Rates as people write them: {@code 5000/s}, {@code 0.5/s}; the unit may be left out. */
final class Rate {
  private static final Pattern FORM = Pattern.compile("(\\d{1,7}(?:\\.\\d{1,9})?)\\s*(?:/\\s*s)?");

  private Rate() {}

  static double parse(String text) {
    Matcher matcher = FORM.matcher(text.strip());
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "\"%s\" is no rate such as 5000/s".formatted(text.strip()));
    }
    return Double.parseDouble(matcher.group(1));
  }

  static String format(double perSecond) {
    return BigDecimal.valueOf(perSecond).stripTrailingZeros().toPlainString() + "/s";
  }
}
