package tasktracker.load.http;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.SplittableRandom;

/** A response that every client must understand, in one of the many forms it may take. */
record ValidResponse(int status, String body, String text, boolean endsWithTheConnection) {
  private static final int[] STATUSES = {200, 201, 404, 503};

  static ValidResponse random(SplittableRandom random) {
    int status = STATUSES[random.nextInt(STATUSES.length)];
    String body = letters(random, random.nextInt(5_000));
    List<String> headers = new ArrayList<>(List.of("X-A: b", "Server:c", "X-Empty:"));
    String sent = body;
    int form = random.nextInt(3);
    switch (form) {
      case 0 -> headers.add("Content-Length:" + spaces(random) + body.length());
      case 1 -> {
        headers.add("Transfer-Encoding:" + spaces(random) + "chunked");
        sent = chunks(random, body);
      }
      default -> headers.add("Connection: close");
    }
    if (random.nextBoolean()) {
      headers.replaceAll(header -> header.toLowerCase(Locale.ROOT));
    }
    Collections.shuffle(headers, new Random(random.nextLong()));
    String interim = random.nextInt(4) == 0 ? "HTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\n" : "";
    String reason = random.nextBoolean() ? " Reason why" : "";
    String head = "HTTP/1.1 " + status + reason + "\r\n" + String.join("\r\n", headers);
    return new ValidResponse(status, body, interim + head + "\r\n\r\n" + sent, form == 2);
  }

  private static String chunks(SplittableRandom random, String body) {
    StringBuilder chunks = new StringBuilder();
    int at = 0;
    while (at < body.length()) {
      int length = random.nextInt(1, Math.min(body.length() - at, 700) + 1);
      String size = Integer.toHexString(length);
      chunks
          .append(random.nextBoolean() ? size : "00" + size.toUpperCase(Locale.ROOT))
          .append(random.nextBoolean() ? "\r\n" : ";extension=1\r\n")
          .append(body, at, at + length)
          .append("\r\n");
      at += length;
    }
    return chunks.append(random.nextBoolean() ? "0\r\n\r\n" : "0\r\nTrailer: x\r\n\r\n").toString();
  }

  private static String letters(SplittableRandom random, int length) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < length; i++) {
      text.append("\r\n0:;HTP/1ab".charAt(random.nextInt(12)));
    }
    return text.toString();
  }

  private static String spaces(SplittableRandom random) {
    return " ".repeat(random.nextInt(3)) + (random.nextBoolean() ? "\t" : "");
  }
}
