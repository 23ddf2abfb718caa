package tasktracker.service.wire;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Supplier;
import tasktracker.service.http.MemoryBudget;

/**
 * Finds the requests in the bytes of a connection and hands them on message by message: a head only
 * when it is complete and sound, of a body only what belongs to it. Nothing behind a request is
 * handed on before the next head is asked for, and nothing at all behind an error or behind the
 * last request of a connection. So what reads behind this class cannot take a part of one message
 * for another.
 *
 * <p>Chunked bodies are handed on in chunks without extensions and trailers. Not thread-safe.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9112.html">RFC 9112</a>
 */
final class RequestFraming {

  private static final byte[] NOTHING = new byte[0];
  private static final byte[] LAST_CHUNK = "0\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

  /** A head that does not come in one piece counts against the budget beyond this. */
  private static final int SMALL_HEAD = 4 * 1024;

  private enum Body {
    NONE,
    LENGTH,
    CHUNKED,
    LAST_CHUNK
  }

  private final Supplier<byte[]> source;
  private final MemoryBudget budget;
  private final HeadParser head;
  private final ChunkedRequestBody chunks = new ChunkedRequestBody();

  private byte[] data = NOTHING;
  private int from;
  private int to;
  private Body body = Body.NONE;
  private long left;
  private boolean bodyBegun;
  private boolean inHead;
  private boolean asksForHead;
  private boolean last;

  /**
   * @param source gives the next bytes of the connection, or null at its end
   * @param budget what heads that are kept until they are complete count against
   */
  RequestFraming(Supplier<byte[]> source, HeadLimits limits, MemoryBudget budget) {
    this.source = source;
    this.budget = budget;
    this.head = new HeadParser(limits);
  }

  /**
   * Returns the next head, complete, or null if there is none.
   *
   * @throws io.helidon.http.RequestException for bytes that are no request; there is none after it
   */
  byte[] nextHead() {
    if (last || body != Body.NONE) {
      return null;
    }
    last = true;
    byte[] next = readHead();
    last = next == null || head.fields().closes();
    return next;
  }

  /**
   * Returns the next bytes of the body, or null if no more belong to it or come.
   *
   * @throws io.helidon.http.RequestException for a malformed body; there is no request after it
   */
  byte[] nextOfBody() {
    boolean wasLast = last;
    last = true;
    bodyBegun = true;
    byte[] next =
        switch (body) {
          case NONE -> null;
          case LENGTH -> readLength();
          case CHUNKED -> readChunk();
          case LAST_CHUNK -> {
            body = Body.NONE;
            yield LAST_CHUNK;
          }
        };
    last = wasLast || next == null;
    return next;
  }

  /** Takes no request after the one that is being answered. */
  void end() {
    last = true;
  }

  /** Whether the connection ends with the request that is being answered. */
  boolean isEnding() {
    return last;
  }

  /** Whether a head has begun and not ended. */
  boolean isInHead() {
    return inHead;
  }

  /** Whether the request that is being answered is a HEAD, whose answer has no body. */
  boolean asksForHead() {
    return asksForHead;
  }

  /** Whether the client waits for leave to send the body. */
  boolean awaitsLeave() {
    return body != Body.NONE && !bodyBegun && head.fields().expectsContinue();
  }

  /** Whether the current request has bytes that nobody has asked for. */
  boolean hasUnread() {
    return body != Body.NONE || inHead || from < to;
  }

  private byte[] readHead() {
    head.clear();
    int reserved = 0;
    try {
      if (!skipLineBreak()) {
        return null;
      }
      while (!head.parse(data, from, to)) {
        int size = to - from;
        if (size > SMALL_HEAD && size > reserved) {
          reserve(size - reserved);
          reserved = size;
        }
        inHead = true;
        if (!append()) {
          return null;
        }
      }
      return takeHead();
    } finally {
      budget.release(reserved);
    }
  }

  private void reserve(int bytes) {
    if (!budget.tryReserve(bytes)) {
      throw Refusal.overloaded();
    }
  }

  /** One empty line before a request is left over from careless clients (RFC 9112, 2.2). */
  private boolean skipLineBreak() {
    if (from == to && !read()) {
      return false;
    }
    if (data[from] == '\r') {
      if (to - from == 1 && !append()) {
        return false;
      }
      if (data[from + 1] == '\n') {
        from += 2;
      }
    }
    return from < to || read();
  }

  private byte[] takeHead() {
    FieldLines fields = head.fields();
    int end = from + head.length();
    asksForHead = head.asksForHead(data, from);
    byte[] taken = head.isAbsolute() ? inOriginForm(end) : copy(end);
    from = end;
    bodyBegun = false;
    inHead = false;
    if (fields.isChunked()) {
      body = Body.CHUNKED;
      chunks.clear();
    } else if (fields.length() > 0) {
      body = Body.LENGTH;
      left = fields.length();
    }
    return taken;
  }

  private byte[] copy(int end) {
    return from == 0 && end == data.length ? data : Arrays.copyOfRange(data, from, end);
  }

  private byte[] inOriginForm(int end) {
    int origin = from + head.origin();
    int method = head.targetFrom();
    int slash = data[origin] == '/' ? 0 : 1;
    byte[] taken = new byte[method + slash + end - origin];
    System.arraycopy(data, from, taken, 0, method);
    taken[method] = '/';
    System.arraycopy(data, origin, taken, method + slash, end - origin);
    return taken;
  }

  private byte[] readLength() {
    if (from == to && !read()) {
      return null;
    }
    int count = (int) Math.min(to - from, left);
    byte[] taken = copy(from + count);
    from += count;
    left -= count;
    if (left == 0) {
      body = Body.NONE;
    }
    return taken;
  }

  private byte[] readChunk() {
    while (true) {
      if (from == to && !read()) {
        return null;
      }
      from = chunks.skipToData(data, from, to);
      if (chunks.isDone()) {
        body = Body.NONE;
        return LAST_CHUNK;
      }
      if (from < to) {
        return takeChunk();
      }
    }
  }

  /** Takes all data that is here as one chunk, of however many it comes. */
  private byte[] takeChunk() {
    byte[] gathered = new byte[to - from];
    int count = 0;
    while (from < to && !chunks.isDone()) {
      int length = Math.min(chunks.left(), to - from);
      System.arraycopy(data, from, gathered, count, length);
      chunks.take(length);
      count += length;
      from = chunks.skipToData(data, from + length, to);
    }
    if (chunks.isDone()) {
      body = Body.LAST_CHUNK;
    }
    byte[] size = Integer.toHexString(count).getBytes(StandardCharsets.US_ASCII);
    byte[] chunk = new byte[size.length + count + 4];
    System.arraycopy(size, 0, chunk, 0, size.length);
    chunk[size.length] = '\r';
    chunk[size.length + 1] = '\n';
    System.arraycopy(gathered, 0, chunk, size.length + 2, count);
    chunk[chunk.length - 2] = '\r';
    chunk[chunk.length - 1] = '\n';
    return chunk;
  }

  /** Replaces what has been taken by the next bytes. */
  private boolean read() {
    byte[] next = source.get();
    data = next == null ? NOTHING : next;
    from = 0;
    to = data.length;
    return next != null;
  }

  /** Adds the next bytes to those that are kept. */
  private boolean append() {
    byte[] next = source.get();
    if (next == null) {
      return false;
    }
    int kept = to - from;
    if (to + next.length > data.length || from > 0) {
      byte[] larger = new byte[Math.max(kept + next.length, 2 * kept)];
      System.arraycopy(data, from, larger, 0, kept);
      data = larger;
      from = 0;
      to = kept;
    }
    System.arraycopy(next, 0, data, to, next.length);
    to += next.length;
    return true;
  }
}
