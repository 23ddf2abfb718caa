package tasktracker.load.http;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.apache.hc.core5.http.MessageConstraintException;
import tasktracker.load.scenario.Response;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The latest response of a session; its buffer serves all of them. */
final class ReceivedResponse implements Response {
  private static final JsonMapper JSON = new JsonMapper();
  private static final int USUAL_SIZE = 1024;
  private static final int MOST_EXPECTED = 256 * 1024;
  private static final int MOST_BYTES = 64 * 1024 * 1024;

  private ResponseHead head;
  private byte[] buffer = new byte[USUAL_SIZE];
  private int size;
  private boolean complete;
  private boolean ok;

  void clear() {
    head = null;
    size = 0;
    complete = false;
    ok = false;
  }

  void begin(ResponseHead newHead) {
    head = newHead;
  }

  /** Makes room for a body of this length, as far as a server is to be trusted. */
  void expect(long length) {
    int room = (int) Math.min(length, MOST_EXPECTED) + 1;
    if (room > buffer.length) {
      buffer = new byte[room];
    }
  }

  void readBody(InputStream content) throws IOException {
    int read = content.read(buffer, 0, buffer.length);
    while (read >= 0) {
      size += read;
      if (size == buffer.length) {
        if (size >= MOST_BYTES) {
          throw new MessageConstraintException("more than 64 MiB of body");
        }
        buffer = Arrays.copyOf(buffer, 2 * size);
      }
      read = content.read(buffer, size, buffer.length - size);
    }
  }

  void complete() {
    complete = true;
  }

  void succeeded() {
    ok = true;
  }

  void failed() {
    ok = false;
  }

  String reason() {
    return head.reason();
  }

  @Override
  public boolean ok() {
    return ok;
  }

  @Override
  public int status() {
    return complete ? head.status() : 0;
  }

  @Override
  public Optional<String> header(String name) {
    return complete ? head.header(name) : Optional.empty();
  }

  @Override
  public byte[] body() {
    return Arrays.copyOf(buffer, size);
  }

  @Override
  public int contentSize() {
    return size;
  }

  @Override
  public String text() {
    return new String(buffer, 0, size, StandardCharsets.UTF_8);
  }

  @Override
  public JsonNode json() {
    return JSON.readTree(buffer, 0, size);
  }
}
