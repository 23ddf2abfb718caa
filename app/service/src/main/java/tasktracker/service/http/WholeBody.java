package tasktracker.service.http;

import io.helidon.common.buffers.DataReader.InsufficientDataAvailableException;
import io.helidon.http.Status;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.http.ServerRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * The body of a request, read to its end. What it holds counts against {@link
 * MemoryBudget#OF_PROCESS} until it is closed: in the steps in which bytes come, so that nobody
 * occupies memory by announcing them. Not thread-safe.
 */
public final class WholeBody implements AutoCloseable {

  /** Largest body of a request, in bytes. */
  public static final int MAX_BYTES = 1024 * 1024;

  private static final int FIRST_STEP = 8 * 1024;
  private static final byte[] EMPTY = new byte[0];

  private final MemoryBudget budget;
  private byte[] bytes = EMPTY;
  private int length;
  private int reserved;

  private WholeBody(MemoryBudget budget) {
    this.budget = budget;
  }

  /**
   * Reads a body.
   *
   * @throws ProblemException 413 for more than {@link #MAX_BYTES}, 503 if too much is in flight
   * @throws CloseConnectionException if the client breaks off
   */
  public static WholeBody read(ServerRequest request) {
    WholeBody body = new WholeBody(MemoryBudget.OF_PROCESS);
    boolean read = false;
    try {
      body.readFrom(request);
      read = true;
      return body;
    } finally {
      if (!read) {
        body.close();
      }
    }
  }

  private void readFrom(ServerRequest request) {
    long announced = request.headers().contentLength().orElse(-1);
    if (announced > MAX_BYTES) {
      throw tooLarge();
    }
    if (!request.content().hasEntity()) {
      return;
    }
    grow(announced < 0 ? FIRST_STEP : (int) Math.min(announced, FIRST_STEP));
    try (InputStream in = request.content().inputStream()) {
      for (int next = in.read(bytes, 0, bytes.length); next >= 0; next = readOn(in, announced)) {
        length += next;
      }
    } catch (IOException | InsufficientDataAvailableException e) {
      throw new CloseConnectionException("The client broke off", e);
    }
  }

  /**
   * Makes room only for what has come: the byte behind the last one tells whether there is more.
   */
  private int readOn(InputStream in, long announced) throws IOException {
    if (length < bytes.length) {
      return in.read(bytes, length, bytes.length - length);
    }
    int next = in.read();
    if (next < 0) {
      return -1;
    }
    if (length == MAX_BYTES) {
      throw tooLarge();
    }
    grow((int) Math.min(announced < 0 ? MAX_BYTES : announced, 2L * length));
    bytes[length] = (byte) next;
    return 1;
  }

  private void grow(int size) {
    int step = size - reserved;
    if (!(reserved == 0 ? budget.tryReserve(step) : budget.tryReserveForLarge(step))) {
      throw ProblemException.overloaded();
    }
    reserved = size;
    bytes = Arrays.copyOf(bytes, size);
  }

  private static ProblemException tooLarge() {
    return ProblemException.of(
        Status.REQUEST_ENTITY_TOO_LARGE_413,
        "The body must not exceed %d bytes".formatted(MAX_BYTES));
  }

  /** Returns the bytes of the body; none where there is no body. */
  public byte[] bytes() {
    return length == bytes.length ? bytes : Arrays.copyOf(bytes, length);
  }

  /** Gives back the room. */
  @Override
  public void close() {
    budget.release(reserved);
    reserved = 0;
  }
}
