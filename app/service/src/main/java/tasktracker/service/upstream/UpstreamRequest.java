package tasktracker.service.upstream;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.message.BasicClassicHttpRequest;

/**
 * A request to another service. The target and the headers go out as they are given; framing
 * headers follow from the body, and {@code Host} names the instance unless it is set. Mutable, for
 * one call and one thread.
 */
public final class UpstreamRequest {

  private final ClassicHttpRequest message;
  private RequestBody body;

  /**
   * A request without a body.
   *
   * @param method e.g. {@code GET}
   * @param target path and query, percent-encoded, e.g. {@code /api/v1/tasks/?limit=10}
   */
  public UpstreamRequest(String method, String target) {
    message = new BasicClassicHttpRequest(method, null, null, target);
  }

  /** Adds a header; one that is already there stays. */
  public UpstreamRequest header(String name, String value) {
    message.addHeader(name, value);
    return this;
  }

  /** Sends these bytes as the body. */
  public UpstreamRequest body(byte[] bytes) {
    return body(new ByteArrayInputStream(bytes), bytes.length);
  }

  /** Streams a body of known length, in bytes. The stream is read once and not closed. */
  public UpstreamRequest body(InputStream stream, long length) {
    message.setHeader(HttpHeaders.CONTENT_LENGTH, Long.toString(length));
    return streaming(stream, length);
  }

  /** Streams a body of unknown length in chunks. The stream is read once and not closed. */
  public UpstreamRequest chunkedBody(InputStream stream) {
    message.setHeader(HttpHeaders.TRANSFER_ENCODING, "chunked");
    return streaming(stream, RequestBody.UNKNOWN_LENGTH);
  }

  private UpstreamRequest streaming(InputStream stream, long length) {
    body = new RequestBody(stream, length);
    message.setEntity(body);
    return this;
  }

  ClassicHttpRequest message() {
    return message;
  }

  /** The body, or null where there is none. */
  RequestBody body() {
    return body;
  }

  boolean isHead() {
    return message.getMethod().equals("HEAD");
  }
}
