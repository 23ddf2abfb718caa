package tasktracker.load.http;

import java.io.IOException;
import java.io.InputStream;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.MalformedChunkCodingException;
import org.apache.hc.core5.http.ProtocolException;
import org.apache.hc.core5.http.io.SessionInputBuffer;

/**
 * The data of a body in chunks (RFC 9112, section 7.1). HttpCore's own stream reads sizes as Java
 * reads numbers, with signs and blanks around them. Extensions and trailers are left out. Closing
 * it does nothing.
 */
final class ChunkedBody extends InputStream {
  private static final int MOST_OF_A_LINE = 16 * 1024;
  private static final long LARGEST_BEFORE_A_DIGIT = Long.MAX_VALUE >> 4;

  private final SessionInputBuffer buffer;
  private final WatchedInput in;
  private final HeaderSection section;
  private long left;
  private boolean begun;
  private boolean ended;

  ChunkedBody(SessionInputBuffer buffer, WatchedInput in, HeaderSection section) {
    this.buffer = buffer;
    this.in = in;
    this.section = section;
  }

  @Override
  public int read() throws IOException {
    if (!hasData()) {
      return -1;
    }
    left--;
    return next();
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (!hasData()) {
      return -1;
    }
    int count = buffer.read(bytes, offset, (int) Math.min(length, left), in);
    if (count < 0) {
      throw new ConnectionClosedException("the body is not complete");
    }
    left -= count;
    return count;
  }

  /** Whether there is more to read, once the line before the next chunk is read. */
  private boolean hasData() throws IOException {
    if (left == 0 && !ended) {
      if (begun) {
        lineEnd(next());
      }
      begun = true;
      left = size();
      if (left == 0) {
        ended = true;
        trailers();
      }
    }
    return !ended;
  }

  private long size() throws IOException {
    long size = 0;
    int digits = 0;
    int c = next();
    for (int digit = digit(c); digit >= 0; digit = digit(c)) {
      if (size > LARGEST_BEFORE_A_DIGIT || digits == MOST_OF_A_LINE) {
        throw new MalformedChunkCodingException("a chunk that is too large");
      }
      size = (size << 4) + digit;
      digits++;
      c = next();
    }
    if (digits == 0) {
      throw new MalformedChunkCodingException("a chunk without a size");
    }
    lineEnd(extensions(c));
    return size;
  }

  /** Passes over extensions, with the blanks before them. Returns the character after them. */
  private int extensions(int first) throws IOException {
    int c = first;
    while (c == ' ' || c == '\t') {
      c = next();
      if (c != ' ' && c != '\t' && c != ';') {
        throw new MalformedChunkCodingException("a blank after the size of a chunk");
      }
    }
    if (c != ';') {
      return c;
    }
    for (int i = 0; i < MOST_OF_A_LINE; i++) {
      c = next();
      if (c == '\r') {
        return c;
      }
      if ((c < ' ' && c != '\t') || c == 0x7F) {
        throw new MalformedChunkCodingException("a control character within a chunk extension");
      }
    }
    throw new MalformedChunkCodingException("a chunk extension that is too long");
  }

  private void lineEnd(int first) throws IOException {
    if (first != '\r' || next() != '\n') {
      throw new MalformedChunkCodingException("no line end where a chunk or its size ends");
    }
  }

  private void trailers() throws IOException {
    try {
      section.read(buffer, in, (_, _) -> {});
    } catch (ProtocolException e) {
      throw new MalformedChunkCodingException("a trailer that is no header", e);
    }
  }

  private int next() throws IOException {
    int next = buffer.read(in);
    if (next < 0) {
      throw new ConnectionClosedException("the body is not complete");
    }
    return next;
  }

  private static int digit(int c) {
    if (c >= '0' && c <= '9') {
      return c - '0';
    }
    int letter = c | ' ';
    return letter >= 'a' && letter <= 'f' ? letter - 'a' + 10 : -1;
  }
}
