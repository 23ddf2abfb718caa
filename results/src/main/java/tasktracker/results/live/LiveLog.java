package tasktracker.results.live;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import tasktracker.results.JsonFile;

/**
 * Writes {@code live.jsonl}: what happens to an experiment, a line each, for those who watch it.
 * Nothing that is measured depends on it: a line that cannot be written is the last one, and nobody
 * is told. Thread-safe.
 */
public final class LiveLog implements AutoCloseable {
  /** The name of the file in a results folder. */
  public static final String NAME = "live.jsonl";

  /** Writes nothing. */
  public static final LiveLog NONE = new LiveLog(null);

  /** Days of seconds; what writes more than that is stuck in a loop. */
  private static final long MOST_BYTES = 256L << 20;

  private OutputStream out;
  private long written;

  private LiveLog(OutputStream out) {
    this.out = out;
  }

  /** The log of a results folder, which goes on behind the lines that are there. */
  public static LiveLog in(Path folder) {
    Path file = folder.resolve(NAME);
    try {
      boolean torn = isTorn(file);
      LiveLog log =
          new LiveLog(
              Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND));
      if (torn) {
        log.write("\n");
      }
      return log;
    } catch (IOException e) {
      return NONE;
    }
  }

  private static boolean isTorn(Path file) throws IOException {
    if (!Files.exists(file) || Files.size(file) == 0) {
      return false;
    }
    try (RandomAccessFile there = new RandomAccessFile(file.toFile(), "r")) {
      there.seek(there.length() - 1);
      return there.read() != '\n';
    }
  }

  /** Writes a line, which readers see when this returns. */
  public void append(LiveEvent event) {
    write(JsonFile.toTree(event) + "\n");
  }

  private synchronized void write(String line) {
    if (out == null) {
      return;
    }
    byte[] bytes = line.getBytes(UTF_8);
    written += bytes.length;
    try {
      if (written > MOST_BYTES) {
        throw new IOException("too much");
      }
      out.write(bytes);
    } catch (IOException e) {
      close();
    }
  }

  @Override
  public synchronized void close() {
    OutputStream closing = out;
    out = null;
    try {
      if (closing != null) {
        closing.close();
      }
    } catch (IOException e) {
      // There is nobody left to be told.
    }
  }
}
