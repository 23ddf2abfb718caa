package tasktracker.load.model;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A part of something, as people write it: {@code 5%}, {@code 5} or {@code 0.05}.
 *
 * @param value 0.05 for 5 %
 */
public record Percentage(double value) {
  private static final Pattern FORM = Pattern.compile("(\\d+(?:\\.\\d+)?)\\s*(%?)");
  private static final double WHOLE = 100;

  /**
   * A number below 1 without a sign is a share, any other one is in percent.
   *
   * @throws IllegalArgumentException with one line that says what is wrong
   */
  public static Percentage parse(String text) {
    Matcher form = FORM.matcher(text.strip().toLowerCase(Locale.ROOT));
    if (!form.matches()) {
      throw new IllegalArgumentException("'" + text + "' is not a share such as 5% or 0.05");
    }
    double number = Double.parseDouble(form.group(1));
    double share = form.group(2).isEmpty() && number < 1 ? number : number / WHOLE;
    if (share <= 0 || share > 1) {
      throw new IllegalArgumentException("'" + text + "' is not above 0% and at most 100%");
    }
    return new Percentage(share);
  }
}
