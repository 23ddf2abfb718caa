package tasktracker.experiments.cli;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.TypeConversionException;

/**
 * A part of something, as people write it: {@code 5%}.
 *
 * @param value 0.05 for 5 %
 */
record Share(double value) {
  private static final Pattern FORM = Pattern.compile("(\\d+(?:\\.\\d+)?)\\s*%");
  private static final double LARGEST_PERCENT = 100;

  static Share parse(String text) {
    Matcher form = FORM.matcher(text.strip().toLowerCase(Locale.ROOT));
    if (!form.matches()) {
      throw new TypeConversionException("'" + text + "' is not a share such as 5%");
    }
    double percent = Double.parseDouble(form.group(1));
    if (percent <= 0 || percent > LARGEST_PERCENT) {
      throw new TypeConversionException("'" + text + "' is not above 0% and at most 100%");
    }
    return new Share(percent / 100);
  }
}
