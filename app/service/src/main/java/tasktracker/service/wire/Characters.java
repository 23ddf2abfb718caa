package tasktracker.service.wire;

/** Which bytes may stand where in a request (RFC 9110, section 5; RFC 3986, appendix A). */
final class Characters {

  /** In a method or the name of a field: {@code tchar}. */
  static final int TOKEN = 1;

  /**
   * In a request target: {@code pchar}, the slash and the question mark, and brackets in a host.
   */
  static final int TARGET = 2;

  /** In the value of a field: visible ASCII, space and tab. */
  static final int VALUE = 4;

  /** A hexadecimal digit. */
  static final int HEX = 8;

  private static final byte[] KINDS = new byte[256];

  static {
    for (char c = ' '; c <= '~'; c++) {
      KINDS[c] |= VALUE;
    }
    KINDS['\t'] |= VALUE;
    mark("!#$%&'*+-.^_`|~", TOKEN);
    mark("-._~!$&'()*+,;=:@/?%[]", TARGET);
    for (char c = '0'; c <= '9'; c++) {
      KINDS[c] |= TOKEN | TARGET | HEX;
    }
    for (char c = 'A'; c <= 'Z'; c++) {
      int hex = c <= 'F' ? HEX : 0;
      KINDS[c] |= (byte) (TOKEN | TARGET | hex);
      KINDS[c + 'a' - 'A'] |= (byte) (TOKEN | TARGET | hex);
    }
  }

  private Characters() {}

  static boolean is(byte octet, int kind) {
    return (KINDS[octet & 0xff] & kind) != 0;
  }

  /** Whether a range, whatever its case, is this text in lower case. */
  static boolean equal(byte[] data, int from, int to, String lowerCase) {
    if (to - from != lowerCase.length()) {
      return false;
    }
    for (int i = from; i < to; i++) {
      int c = data[i];
      if ((c >= 'A' && c <= 'Z' ? c + 'a' - 'A' : c) != lowerCase.charAt(i - from)) {
        return false;
      }
    }
    return true;
  }

  /** Whether a range is exactly this text. */
  static boolean are(byte[] data, int from, int to, String text) {
    if (to - from != text.length()) {
      return false;
    }
    for (int i = from; i < to; i++) {
      if (data[i] != text.charAt(i - from)) {
        return false;
      }
    }
    return true;
  }

  private static void mark(String characters, int kind) {
    for (int i = 0; i < characters.length(); i++) {
      KINDS[characters.charAt(i)] |= (byte) kind;
    }
  }
}
