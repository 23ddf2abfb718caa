package tasktracker.ui;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/**
 * Reads the whole lines of a file that grows, one after the other, and numbers them from 1. A line
 * of more than a megabyte is left out. For one thread.
 */
final class LineReader implements AutoCloseable {
  private static final int USUAL = 16 << 10;
  private static final int LONGEST = 1 << 20;

  private final FileChannel channel;
  private final long after;
  private ByteBuffer buffer = ByteBuffer.allocate(USUAL).limit(0);
  private long number;
  private int end = -1;
  private boolean skipping;

  /**
   * A reader of the lines after this number.
   *
   * @param after 0 for all of them
   */
  LineReader(Path file, long after) throws IOException {
    this.channel = FileChannel.open(file);
    this.after = after;
  }

  /** Whether there is a line to write. */
  boolean hasLine() {
    return end >= 0;
  }

  /**
   * Goes to the next line unless one is there that has not been written. Returns whether there is.
   */
  boolean next() throws IOException {
    while (end < 0) {
      int newline = newline();
      if (newline < 0) {
        if (!fill()) {
          return false;
        }
      } else {
        number++;
        if (number > after && !skipping) {
          end = newline;
        } else {
          buffer.position(newline + 1);
          skipping = false;
        }
      }
    }
    return true;
  }

  private int newline() {
    for (int i = buffer.position(); i < buffer.limit(); i++) {
      if (buffer.get(i) == '\n') {
        return i;
      }
    }
    return -1;
  }

  private boolean fill() throws IOException {
    buffer.compact();
    if (!buffer.hasRemaining()) {
      if (buffer.capacity() < LONGEST) {
        buffer = ByteBuffer.allocate(buffer.capacity() * 4).put(buffer.flip());
      } else {
        skipping = true;
        buffer.clear();
      }
    }
    int read = channel.read(buffer);
    buffer.flip();
    return read > 0;
  }

  /** Writes the line as an event, and is done with it. */
  void writeTo(OutputStream out) throws IOException {
    out.write(("id: " + number + "\ndata: ").getBytes(UTF_8));
    for (int i = buffer.position(); i < end; i++) {
      // It would end a line of the stream.
      if (buffer.get(i) == '\r') {
        buffer.put(i, (byte) ' ');
      }
    }
    out.write(buffer.array(), buffer.position(), end - buffer.position());
    out.write("\n\n".getBytes(UTF_8));
    buffer.position(end + 1);
    end = -1;
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
