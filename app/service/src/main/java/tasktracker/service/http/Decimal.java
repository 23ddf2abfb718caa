package tasktracker.service.http;

/**
 * Whole numbers as the API writes them: ASCII digits without a sign and without leading zeros, so
 * that every number has one form.
 */
public final class Decimal {

  private static final int MOST_DIGITS = 18;

  private Decimal() {}

  /**
   * Reads a number from 0 to 10<sup>18</sup> - 1.
   *
   * @return the number, or -1 for any other text
   */
  public static long parse(String text) {
    int length = text.length();
    if (length == 0 || length > MOST_DIGITS || (length > 1 && text.charAt(0) == '0')) {
      return -1;
    }
    long number = 0;
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      if (c < '0' || c > '9') {
        return -1;
      }
      number = number * 10 + (c - '0');
    }
    return number;
  }
}
