package tasktracker.stack.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.List;

/** The last lines of a log file, without reading what comes before. */
public final class LogTail {
  private static final int LONGEST = 256 * 1024;

  private LogTail() {}

  /** At most that many lines from the end; none where there is no such file. */
  public static List<String> of(Path file, int lines) {
    try (RandomAccessFile log = new RandomAccessFile(file.toFile(), "r")) {
      int length = (int) Math.min(log.length(), LONGEST);
      byte[] end = new byte[length];
      log.seek(log.length() - length);
      log.readFully(end);
      List<String> all = new String(end, UTF_8).lines().toList();
      return all.subList(Math.max(0, all.size() - lines), all.size());
    } catch (IOException e) {
      return List.of();
    }
  }
}
