package tasktracker.junit;

import java.math.BigDecimal;
import java.math.MathContext;

/** Figures as messages show them: never with an exponent. */
final class FigureText {
  private static final int DIGITS = 3;

  private FigureText() {}

  static String of(double figure) {
    return rounded(figure, DIGITS).toPlainString();
  }

  /** Rounded to so many significant digits; a whole number keeps all of its own. */
  static BigDecimal rounded(double figure, int digits) {
    BigDecimal exact = BigDecimal.valueOf(figure);
    int whole = exact.precision() - exact.scale();
    return exact.round(new MathContext(Math.max(digits, whole)));
  }
}
