package tasktracker.load.http;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.util.CharArrayBuffer;
import tasktracker.load.scenario.Response;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The latest response of a session; its buffer serves all of them. */
final class ReceivedResponse implements Response {
  private static final JsonMapper JSON = new JsonMapper();
  private static final int USUAL_SIZE = 1024;

  private ClassicHttpResponse head;
  private CharArrayBuffer headers;
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

  /** The headers are lines of text, each with a line feed. */
  void begin(ClassicHttpResponse newHead, CharArrayBuffer newHeaders) {
    head = newHead;
    headers = newHeaders;
  }

  void readBody(InputStream content) throws IOException {
    int read = content.read(buffer, 0, buffer.length);
    while (read >= 0) {
      size += read;
      if (size == buffer.length) {
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

  ClassicHttpResponse head() {
    return head;
  }

  @Override
  public boolean ok() {
    return ok;
  }

  @Override
  public int status() {
    return complete ? head.getCode() : 0;
  }

  @Override
  public Optional<String> header(String name) {
    if (!complete) {
      return Optional.empty();
    }
    String prefix = name + ":";
    return headers
        .toString()
        .lines()
        .filter(line -> line.regionMatches(true, 0, prefix, 0, prefix.length()))
        .map(line -> line.substring(prefix.length()).strip())
        .findFirst();
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
