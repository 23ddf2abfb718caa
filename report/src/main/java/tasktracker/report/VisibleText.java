package tasktracker.report;

/**
 * Text as a terminal may get it: what would command a terminal, end a line or turn the direction of
 * writing is shown by its code, {@code ␛} as {@code \u001b}. Safe for several threads at once.
 */
public final class VisibleText {
  private VisibleText() {}

  /** One line. */
  public static String line(String text) {
    return shown(text, false);
  }

  /** Lines of a log or a help, whose line ends and tabs stay. */
  public static String lines(String text) {
    return shown(text, true);
  }

  private static String shown(String text, boolean severalLines) {
    StringBuilder shown = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean layout = severalLines && (c == '\n' || c == '\t' || isEndOfLine(text, i));
      if (layout || isVisible(c)) {
        shown.append(c);
      } else {
        shown.append("\\u").append(Integer.toHexString(0x10000 | c), 1, 5);
      }
    }
    return shown.toString();
  }

  private static boolean isEndOfLine(String text, int place) {
    return text.charAt(place) == '\r'
        && place + 1 < text.length()
        && text.charAt(place + 1) == '\n';
  }

  private static boolean isVisible(char c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.UNASSIGNED ->
          false;
      default -> true;
    };
  }
}
