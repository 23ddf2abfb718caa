package tasktracker.stack.resource.container;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The bytes that a process's network namespace has received and sent, loopback left out.
 *
 * @param file {@code /proc/<pid>/net/dev}
 */
record NetworkCounters(Path file) {
  private static final int HEADINGS = 2;
  private static final int RECEIVED = 0;
  private static final int SENT = 8;

  /** Null where nothing tells. */
  record Bytes(Long received, Long sent) {}

  /** Empty where the file cannot be read. */
  Optional<Bytes> read() {
    long received = 0;
    long sent = 0;
    try {
      for (String line : Files.readAllLines(file, ISO_8859_1).stream().skip(HEADINGS).toList()) {
        String[] part = line.split(":", 2);
        if (!part[0].strip().equals("lo")) {
          String[] field = part[1].strip().split("\\s+");
          received += Long.parseLong(field[RECEIVED]);
          sent += Long.parseLong(field[SENT]);
        }
      }
    } catch (IOException e) {
      return Optional.empty();
    }
    return Optional.of(new Bytes(received, sent));
  }
}
