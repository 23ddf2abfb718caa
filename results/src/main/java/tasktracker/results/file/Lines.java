package tasktracker.results.file;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import tasktracker.error.UsageException;

/** The lines of a file, one at a time, so that only the longest must fit into memory. */
public final class Lines implements Closeable {
  private static final int LONGEST = 64 * 1024 * 1024;
  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  private final Path file;
  private final InputStream in;
  private int number;

  Lines(Path file, InputStream in) {
    this.file = file;
    this.in = new BufferedInputStream(in, 1 << 16);
  }

  /**
   * The next line without its end; empty behind the last one.
   *
   * @throws tasktracker.error.LabException if the file cannot be read further or the line is longer
   *     than 64 MiB
   */
  public Optional<Line> next() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
    try {
      int next = in.read();
      if (next < 0) {
        return Optional.empty();
      }
      number++;
      for (; next >= 0 && next != '\n'; next = in.read()) {
        bytes.write(next);
        UsageException.unless(
            bytes.size() <= LONGEST, "%s, line %d: longer than 64 MiB", file, number);
      }
      return Optional.of(new Line(file, number, content(bytes.toByteArray()), next == '\n'));
    } catch (IOException e) {
      throw FileFailure.reading(file, e);
    }
  }

  private byte[] content(byte[] line) {
    int end = line.length > 0 && line[line.length - 1] == '\r' ? line.length - 1 : line.length;
    boolean marked =
        number == 1
            && line.length >= BYTE_ORDER_MARK.length
            && Arrays.equals(Arrays.copyOf(line, BYTE_ORDER_MARK.length), BYTE_ORDER_MARK);
    return Arrays.copyOfRange(line, marked ? BYTE_ORDER_MARK.length : 0, end);
  }

  @Override
  public void close() {
    try {
      in.close();
    } catch (IOException e) {
      throw FileFailure.reading(file, e);
    }
  }

  /** One line. */
  public static final class Line {
    private final Path file;
    private final int number;
    private final byte[] bytes;
    private final boolean ended;

    private Line(Path file, int number, byte[] bytes, boolean ended) {
      this.file = file;
      this.number = number;
      this.bytes = bytes;
      this.ended = ended;
    }

    /** From 1. */
    public int number() {
      return number;
    }

    /** Whether a line end stands behind it; the last line of a file may lack it. */
    public boolean ended() {
      return ended;
    }

    /** File and line, for messages. */
    public String place() {
      return file + ", line " + number;
    }

    /**
     * What it says.
     *
     * @throws UsageException if it is not UTF-8
     */
    public String text() {
      try {
        return UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      } catch (CharacterCodingException e) {
        throw new UsageException(place() + ": not UTF-8", e);
      }
    }
  }
}
