package tasktracker.results.foreign;

/** Why a request failed, as another generator says it, in a line. */
final class FailureText {
  private static final int LONGEST = 200;

  private FailureText() {}

  static String of(String text) {
    String line = text.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
    return line.isEmpty() ? "no message" : cut(line);
  }

  /** The begin of a text, without half a character at its end. */
  static String cut(String text) {
    if (text.length() <= LONGEST) {
      return text;
    }
    boolean half = Character.isHighSurrogate(text.charAt(LONGEST - 1));
    return text.substring(0, half ? LONGEST - 1 : LONGEST);
  }
}
