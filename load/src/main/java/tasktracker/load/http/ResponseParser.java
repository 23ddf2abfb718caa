package tasktracker.load.http;

import java.io.IOException;
import java.io.InputStream;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.MessageConstraintException;
import org.apache.hc.core5.http.io.HttpMessageParser;
import org.apache.hc.core5.http.io.SessionInputBuffer;
import org.apache.hc.core5.http.message.BasicClassicHttpResponse;
import org.apache.hc.core5.http.message.BasicLineParser;
import org.apache.hc.core5.http.message.BufferedHeader;
import org.apache.hc.core5.http.message.StatusLine;
import org.apache.hc.core5.util.CharArrayBuffer;

/**
 * Reads the head of a response. HttpCore's own parser makes an object of every header; this makes
 * one only of those that say where the response ends, and keeps the others as text for {@link
 * ReceivedResponse#header}.
 */
final class ResponseParser implements HttpMessageParser<ClassicHttpResponse> {
  private static final int MOST_HEADER_CHARACTERS = 64 * 1024;
  private static final String[] FRAMING = {
    HttpHeaders.CONTENT_LENGTH, HttpHeaders.TRANSFER_ENCODING, HttpHeaders.CONNECTION
  };

  private final CharArrayBuffer line = new CharArrayBuffer(128);
  private final CharArrayBuffer headers;

  /** Keeps the lines of headers in the given buffer, each with a line feed. */
  ResponseParser(CharArrayBuffer headers) {
    this.headers = headers;
  }

  @Override
  public ClassicHttpResponse parse(SessionInputBuffer buffer, InputStream in)
      throws IOException, HttpException {
    if (readLine(buffer, in) < 0) {
      return null;
    }
    StatusLine status = BasicLineParser.INSTANCE.parseStatusLine(line);
    ClassicHttpResponse response =
        new BasicClassicHttpResponse(status.getStatusCode(), status.getReasonPhrase());
    response.setVersion(status.getProtocolVersion());
    headers.clear();
    while (readLine(buffer, in) > 0) {
      if (headers.length() + line.length() > MOST_HEADER_CHARACTERS) {
        throw new MessageConstraintException("more than 64 KiB of headers");
      }
      headers.append(line);
      headers.append('\n');
      if (isFraming()) {
        response.addHeader(new BufferedHeader(copyOfLine()));
      } else if (line.indexOf(':') < 1) {
        throw new HttpException("a header without a name");
      }
    }
    return response;
  }

  private int readLine(SessionInputBuffer buffer, InputStream in) throws IOException {
    line.clear();
    return buffer.readLine(line, in);
  }

  private boolean isFraming() {
    int colon = line.indexOf(':');
    for (String name : FRAMING) {
      if (name.length() == colon && startsWith(name)) {
        return true;
      }
    }
    return false;
  }

  private boolean startsWith(String name) {
    for (int i = 0; i < name.length(); i++) {
      if ((line.charAt(i) | ' ') != (name.charAt(i) | ' ')) {
        return false;
      }
    }
    return true;
  }

  private CharArrayBuffer copyOfLine() {
    CharArrayBuffer copy = new CharArrayBuffer(line.length());
    copy.append(line);
    return copy;
  }
}
