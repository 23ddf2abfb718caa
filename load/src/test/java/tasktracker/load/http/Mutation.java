package tasktracker.load.http;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.SplittableRandom;

/** Changes a message a little, as a fault of a server or of a network might. */
final class Mutation {
  private static final String[] WORDS = {
    "\r",
    "\n",
    "\r\n",
    "\r\n\r\n",
    "\0",
    " ",
    "\t",
    ":",
    ";",
    ",",
    "0",
    "-",
    "+",
    "0x",
    "f",
    "ffffffffffffffff",
    "Content-Length: 5\r\n",
    "Content-Length: 6\r\n",
    "Transfer-Encoding: chunked\r\n",
    "Connection: close\r\n",
    "Content-Encoding: gzip\r\n",
    "HTTP/1.1 100 Continue\r\n\r\n",
    "HTTP/1.1 101 x\r\n\r\n",
    "HTTP/1.0 ",
    "HTTP/2 ",
    "\r\n folded",
    "0\r\n\r\n",
    "1\r\nx\r\n",
    "\u001f\u008b\b\0\0\0\0\0\0\u0003",
    "\0\0\u0006\u0004\0\0\0\0\0",
  };

  private final SplittableRandom random;

  Mutation(SplittableRandom random) {
    this.random = random;
  }

  /** The message with one to four changes, and half of the time without its end. */
  byte[] of(byte[] message) {
    byte[] changed = message;
    for (int changes = random.nextInt(4); changes >= 0; changes--) {
      changed = changed.length == 0 ? changed : once(changed);
    }
    return random.nextInt(4) > 0 || changed.length == 0
        ? changed
        : Arrays.copyOf(changed, random.nextInt(changed.length));
  }

  private byte[] once(byte[] message) {
    int at = random.nextInt(message.length);
    int end = at + random.nextInt(Math.min(20, message.length - at) + 1);
    return switch (random.nextInt(6)) {
      case 0 -> spliced(message, at, new byte[] {(byte) random.nextInt(256)}, at + 1);
      case 1 -> spliced(message, at, new byte[0], end);
      case 2 -> spliced(message, at, Arrays.copyOfRange(message, at, end), at);
      case 3 -> spliced(message, at, Arrays.copyOfRange(message, at, end), message.length);
      case 4 -> spliced(message, at, word(), end);
      default -> spliced(message, at, word(), at);
    };
  }

  private byte[] word() {
    return WORDS[random.nextInt(WORDS.length)].getBytes(StandardCharsets.ISO_8859_1);
  }

  /** The begin of a message, something, and the message from somewhere on. */
  private static byte[] spliced(byte[] message, int until, byte[] between, int from) {
    ByteArrayOutputStream spliced = new ByteArrayOutputStream();
    spliced.write(message, 0, until);
    spliced.writeBytes(between);
    spliced.write(message, from, message.length - from);
    return spliced.toByteArray();
  }
}
