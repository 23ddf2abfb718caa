package tasktracker.service.upstream;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpStatus;

/**
 * The response of another service, its body still on the way. Reading the body to its end gives the
 * connection back to the pool; closing the response before that closes the connection. Not
 * thread-safe.
 */
public final class UpstreamResponse implements AutoCloseable {

  private final ClassicHttpResponse message;
  private final ResponseBody body;

  UpstreamResponse(UpstreamConnection connection, ClassicHttpResponse message, boolean answersHead)
      throws IOException {
    this.message = message;
    this.body =
        new ResponseBody(connection, message, answersHead || forbidsBody(message.getCode()));
  }

  /**
   * Whether a service closes the connection though it had nothing to complain of, as it does when
   * it is about to stop or not ready yet.
   */
  boolean announcesEnd() {
    return (status() < HttpStatus.SC_BAD_REQUEST || isUnavailable())
        && HttpConnection.closes(message);
  }

  boolean isUnavailable() {
    return status() == HttpStatus.SC_SERVICE_UNAVAILABLE;
  }

  /** The status code, 200 or above. */
  public int status() {
    return message.getCode();
  }

  /** The reason phrase as the service sent it, maybe empty. */
  public String reason() {
    return message.getReasonPhrase() == null ? "" : message.getReasonPhrase();
  }

  /**
   * The value of a header, whose name may be in any case; the values of several fields with that
   * name are joined with commas.
   */
  public Optional<String> header(String name) {
    return Arrays.stream(message.getHeaders(name))
        .map(Header::getValue)
        .reduce((one, other) -> one + "," + other);
  }

  /** Passes every header field, name and value, in the order in which they came. */
  public void forEachHeader(BiConsumer<String, String> consumer) {
    for (Iterator<Header> headers = message.headerIterator(); headers.hasNext(); ) {
      Header header = headers.next();
      consumer.accept(header.getName(), header.getValue());
    }
  }

  /** The length of the body in bytes, 0 where there is none, -1 if only its end will tell. */
  public long length() {
    return body.length();
  }

  /**
   * The body, empty where there is none. Reading throws {@link UpstreamException} when the service
   * breaks off or takes too long.
   */
  public InputStream body() {
    return body;
  }

  /** Gives up what of the body was not read. */
  @Override
  public void close() {
    body.close();
  }

  private static boolean forbidsBody(int status) {
    return status == HttpStatus.SC_NO_CONTENT || status == HttpStatus.SC_NOT_MODIFIED;
  }
}
