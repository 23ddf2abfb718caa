package tasktracker.service.wire;

import io.helidon.common.buffers.BufferData;
import io.helidon.common.buffers.DataWriter;
import io.helidon.common.socket.HelidonSocket;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.WritableHeaders;
import io.helidon.webserver.ServerConnectionException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import tasktracker.service.http.MemoryBudget;

/**
 * The bytes of one connection: what is read goes through {@link RequestFraming}, and whoever waits
 * for the client waits only so long. Used by one thread, but for {@link #closeIfOverdue}.
 */
final class ClientConnection implements DataWriter {

  private static final long NONE = 0;
  private static final int MOST_LINGERED_BYTES = 1024 * 1024;

  /** What of an answer goes out. */
  private enum Answer {
    WHOLE,
    HEAD,
    NOTHING
  }

  private final HelidonSocket socket;
  private final DataWriter writer;
  private final WireLimits limits;
  private final RequestFraming framing;
  private final AtomicLong deadline = new AtomicLong(NONE);
  private BooleanSupplier wantsHead;
  private Answer answer = Answer.WHOLE;
  private boolean anyRequest;
  private long messageDeadline;

  ClientConnection(
      HelidonSocket socket, DataWriter writer, HeadLimits headLimits, WireLimits limits) {
    this.socket = socket;
    this.writer = writer;
    this.limits = limits;
    this.framing = new RequestFraming(this::receive, headLimits, MemoryBudget.OF_PROCESS);
  }

  /**
   * @param source tells whether the reader is about to read a head
   */
  void readerWantsHead(BooleanSupplier source) {
    wantsHead = source;
  }

  /** Gives the reader the next bytes that it may see; null where there are none. */
  byte[] read() {
    if (!wantsHead.getAsBoolean()) {
      return framing.nextOfBody();
    }
    answer = Answer.WHOLE;
    messageDeadline = NONE;
    byte[] head = framing.nextHead();
    messageDeadline = NONE;
    anyRequest |= head != null;
    return head;
  }

  private byte[] receive() {
    begin(readDeadline());
    try {
      return socket.get();
    } catch (UncheckedIOException e) {
      throw new ServerConnectionException("The client is gone", e);
    } finally {
      end();
    }
  }

  /**
   * A whole message has one deadline; between two requests the idle timeout of the server rules.
   */
  private long readDeadline() {
    if (messageDeadline == NONE) {
      if (!wantsHead.getAsBoolean()) {
        messageDeadline = after(limits.body());
      } else if (framing.isInHead()) {
        messageDeadline = after(limits.head());
      } else {
        return anyRequest ? NONE : after(limits.firstByte());
      }
    }
    return messageDeadline;
  }

  /** Called with the headers of every answer before they are sent. */
  void answering(WritableHeaders<?> headers) {
    answer = framing.asksForHead() ? Answer.HEAD : Answer.WHOLE;
    if (headers.contains(HeaderNames.CONNECTION)
        && headers.containsToken(HeaderValues.CONNECTION_CLOSE)) {
      framing.end();
    } else if (framing.isEnding() || framing.awaitsLeave()) {
      framing.end();
      headers.set(HeaderValues.CONNECTION_CLOSE);
    }
  }

  /** Reads on for a moment: a client that is reset while it sends does not see the answer. */
  void linger() {
    if (!framing.hasUnread()) {
      return;
    }
    begin(after(limits.linger()));
    try {
      int count = 0;
      for (byte[] rest = socket.get();
          rest != null && count < MOST_LINGERED_BYTES;
          rest = socket.get()) {
        count += rest.length;
      }
    } catch (UncheckedIOException e) {
      // Closed by the client or at the deadline: that is the end of it.
    } finally {
      end();
    }
  }

  @Override
  public void write(BufferData... buffers) {
    writeNow(buffers);
  }

  @Override
  public void write(BufferData buffer) {
    writeNow(buffer);
  }

  @Override
  public void writeNow(BufferData... buffers) {
    writeNow(BufferData.create(buffers));
  }

  @Override
  public void writeNow(BufferData buffer) {
    BufferData sent = answer == Answer.WHOLE ? buffer : headOf(buffer);
    begin(after(limits.write()));
    try {
      writer.writeNow(sent);
    } finally {
      end();
    }
  }

  /** Helidon sends the body of an answer to a HEAD, and the client would take it for an answer. */
  private BufferData headOf(BufferData buffer) {
    if (answer == Answer.NOTHING) {
      return BufferData.empty();
    }
    answer = Answer.NOTHING;
    byte[] bytes = buffer.readBytes();
    int end = 3;
    while (end < bytes.length - 1 && !Characters.are(bytes, end - 3, end + 1, "\r\n\r\n")) {
      end++;
    }
    return BufferData.create(bytes, 0, end + 1);
  }

  private static long after(Duration time) {
    long at = System.nanoTime() + time.toNanos();
    return at == NONE ? 1 : at;
  }

  private void begin(long at) {
    deadline.setOpaque(at);
  }

  private void end() {
    deadline.setOpaque(NONE);
  }

  /** Closes the socket under a thread that has waited too long for the client. */
  void closeIfOverdue(long now) {
    long at = deadline.getOpaque();
    if (at != NONE && now - at > 0) {
      try {
        socket.close();
      } catch (UncheckedIOException e) {
        // It is closed already.
      }
    }
  }
}
