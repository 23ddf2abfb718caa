package tasktracker.load.http;

/** The characters of names of headers and of methods (RFC 9110, section 5.6.2). */
final class Token {
  private static final String SIGNS = "!#$%&'*+-.^_`|~";
  private static final boolean[] PARTS = new boolean[128];

  static {
    for (char c = 0; c < PARTS.length; c++) {
      boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
      PARTS[c] = letter || (c >= '0' && c <= '9') || SIGNS.indexOf(c) >= 0;
    }
  }

  private Token() {}

  static boolean isPart(char c) {
    return c < PARTS.length && PARTS[c];
  }

  static boolean isToken(String text) {
    return !text.isEmpty() && text.chars().allMatch(c -> isPart((char) c));
  }
}
