package tasktracker.results.foreign;

/** Why a request failed, as another generator says it, in a line. */
final class FailureText {
  private static final int LONGEST = 200;

  private FailureText() {}

  static String of(String text) {
    String line = text.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
    return line.isEmpty() ? "no message" : line.substring(0, Math.min(line.length(), LONGEST));
  }
}
