package tasktracker.contract;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.List;
import java.util.Random;

/**
 * A well-formed request that was changed at random. The same seed and number give the same bytes.
 *
 * @param number which one of its seed
 * @param text its bytes, as ISO 8859-1
 */
record Mutation(int number, String text) {

  private static final String HOST = " HTTP/1.1\r\nHost: a\r\n";
  private static final String JSON = "{\"title\":\"t\",\"username\":\"u\",\"password\":\"p\"}";

  private static final List<String> PIECES =
      List.of(
          "\r\n",
          "\n",
          "\r",
          "\r\n\r\n",
          "\0",
          "\t",
          " ",
          ":",
          ";a=b",
          "%",
          "%61",
          "%00",
          "//",
          "/../",
          "?",
          "#",
          "\u00e9",
          "\u00ff\u00fe",
          "-1",
          "+1",
          "0",
          "99999999999999999999",
          "HTTP/1.0",
          "HTTP/1.1",
          "http://a",
          "*",
          "Host: b\r\n",
          "Content-Length: 5\r\n",
          "Content-Length: 0\r\n",
          "Transfer-Encoding: chunked\r\n",
          "Transfer-Encoding: gzip, chunked\r\n",
          "Connection: close\r\n",
          "Expect: 100-continue\r\n",
          "Authorization: Bearer bnVsbA.e30.x\r\n",
          "Content-Encoding: gzip\r\n",
          "Upgrade: h2c\r\n",
          "X: " + "y".repeat(20_000) + "\r\n",
          "0\r\n\r\n",
          "5\r\nhello\r\n",
          "fffffff\r\n",
          "null",
          "[[[[",
          "\"\\ud800\"",
          "1e999",
          "GET /" + HOST + "\r\n");

  private static final List<String> ODD =
      List.of(
          "0",
          "99",
          "+1",
          "-1",
          "01",
          "1.5",
          "%31",
          "%00",
          "%ff",
          "%D9%A1",
          "%C3%A9",
          ";x",
          "//",
          "/..",
          "/.",
          "/",
          "a=b&c",
          "1&skip=2",
          "(')",
          "~",
          "@:",
          "99999999999999999999");

  static Mutation of(long seed, int number, String token) {
    Random random = new Random(seed * 1_000_003 + number);
    boolean inside = random.nextInt(3) == 0;
    StringBuilder text =
        new StringBuilder(wellFormed(random, token, inside ? changed(JSON, random) : JSON));
    for (int changes = inside ? 0 : 1 + random.nextInt(3); changes > 0; changes--) {
      change(text, random);
    }
    return new Mutation(number, text.toString());
  }

  /** The same body with changes that its framing knows of. */
  private static String changed(String json, Random random) {
    StringBuilder text = new StringBuilder(json);
    for (int changes = 1 + random.nextInt(3); changes > 0; changes--) {
      change(text, random);
    }
    return text.length() < 6 ? JSON : text.toString();
  }

  private static String wellFormed(Random random, String token, String json) {
    String bearer = "Authorization: Bearer " + token + "\r\n";
    String length = "Content-Length: " + json.length() + "\r\n\r\n";
    String chunks =
        "Transfer-Encoding: chunked\r\n\r\n"
            + "5\r\n"
            + json.substring(0, 5)
            + "\r\n"
            + Integer.toHexString(json.length() - 5)
            + ";a=b\r\n"
            + json.substring(5)
            + "\r\n0\r\nX-Sum: 1\r\n\r\n";
    return switch (random.nextInt(10)) {
      case 0 -> "GET /" + HOST + "\r\n";
      case 1 ->
          "GET /api/v1/tasks/?limit=10&skip=%s&status=todo".formatted(odd(random))
              + HOST
              + bearer
              + "\r\n";
      case 2 -> "GET /api/v1/tasks/9999999" + odd(random) + HOST + bearer + "\r\n";
      case 3 -> "DELETE /api/v1/tasks/999999999" + HOST + bearer + "\r\n";
      case 4 -> "PATCH /api/v1/tasks/999999999/complete" + HOST + bearer + "\r\n";
      case 5 -> "POST /api/v1/tasks/" + HOST + bearer + length + json;
      case 6 -> "POST /api/v1/auth/login" + HOST + length + json;
      case 7 -> "PUT /api/v1/tasks/999999999" + HOST + bearer + chunks;
      case 8 -> "POST /api/v1/auth/login" + HOST + chunks;
      default -> "GET /api/v1/stats/" + HOST + bearer + "\r\n" + "GET /" + HOST + "\r\n";
    };
  }

  private static void change(StringBuilder text, Random random) {
    int from = random.nextInt(text.length() + 1);
    int to = Math.min(text.length(), from + random.nextInt(12));
    switch (random.nextInt(8)) {
      case 0 -> text.insert(from, (char) random.nextInt(256));
      case 1 -> text.replace(from, Math.min(text.length(), from + 1), anyByte(random));
      case 2 -> text.delete(from, to);
      case 3 -> text.insert(from, text.substring(from, to));
      case 4, 5 -> text.insert(from, PIECES.get(random.nextInt(PIECES.size())));
      case 6 -> text.replace(from, to, PIECES.get(random.nextInt(PIECES.size())));
      default -> atLine(text, from, PIECES.get(random.nextInt(PIECES.size())));
    }
    if (random.nextInt(12) == 0) {
      text.setLength(random.nextInt(text.length() + 1));
    }
  }

  /** Something that may stand in a target. */
  private static String odd(Random random) {
    return ODD.get(random.nextInt(ODD.size()));
  }

  private static String anyByte(Random random) {
    return String.valueOf((char) random.nextInt(256));
  }

  private static void atLine(StringBuilder text, int from, String piece) {
    int end = text.indexOf("\r\n", from);
    text.insert(end < 0 ? from : end + 2, piece);
  }

  byte[] bytes() {
    return text.getBytes(ISO_8859_1);
  }

  @Override
  public String toString() {
    String shown = text.length() > 2000 ? text.substring(0, 2000) + "..." : text;
    return "mutation %d: %s".formatted(number, shown.replace("\r", "\\r").replace("\n", "\\n\n"));
  }
}
