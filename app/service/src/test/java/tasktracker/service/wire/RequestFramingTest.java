package tasktracker.service.wire;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.helidon.http.RequestException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tasktracker.service.http.MemoryBudget;

/** Which bytes are requests (RFC 9112), however they are cut into pieces. */
class RequestFramingTest {

  private static final String GET = "GET /a?b=c HTTP/1.1\r\nHost: a\r\n\r\n";
  private static final String POST = "POST / HTTP/1.1\r\nHost: a\r\n";
  private static final String CHUNKED = POST + "Transfer-Encoding: chunked\r\n\r\n";
  private static final int[] PIECES = {1, 2, 3, 7, 64, 8192};

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET / HTTP/1.1\r\nHost: a\r\n\r\n",
        "GET / HTTP/1.1\r\nhOST:a:80\r\n\r\n",
        "GET /?a=%C3%BC&b=/?:@!$'()*+,;= HTTP/1.1\r\nHost: a\r\nX: \t a b\t\r\nY:\r\n\r\n",
        "GET //a/../b;c/%61 HTTP/1.1\r\nHost: a\r\n\r\n",
        "M-SEARCH! /a HTTP/1.1\r\nHost: [::1]:80\r\n\r\n",
        "GET / HTTP/1.1\r\nConnection: keep-alive\r\nHost: a\r\nContent-Length: 0\r\n\r\n"
      })
  void handsOnSoundHeadsByteForByte(String head) {
    for (int piece : PIECES) {
      RequestFraming framing = framing(head + GET, piece);
      assertThat(text(framing.nextHead())).isEqualTo(head);
      assertThat(framing.nextOfBody()).isNull();
    }
    assertThat(text(framing(head + GET, 8192).nextHead())).isEqualTo(head);
  }

  @Test
  void handsOnOneMessageAtATime() {
    for (int piece : PIECES) {
      RequestFraming framing =
          framing(GET + POST + "Content-Length: 5\r\n\r\nhello\r\n" + GET, piece);
      assertThat(text(framing.nextHead())).isEqualTo(GET);
      assertThat(text(framing.nextHead())).endsWith("Content-Length: 5\r\n\r\n");
      assertThat(body(framing)).isEqualTo("hello");
      assertThat(text(framing.nextHead())).isEqualTo(GET);
      assertThat(framing.nextHead()).isNull();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "5\r\nhello\r\n0\r\n\r\n",
        "5;a=b\r\nhello\r\n0;c=\"d;e\"\r\n\r\n",
        "5 \t; a\r\nhello\r\n0\r\n\r\n",
        "2\r\nhe\r\n3\r\nllo\r\n0\r\n\r\n",
        "0005\r\nhello\r\n000\r\n\r\n",
        "5\r\nhello\r\n0\r\nX-Sum: 1\r\nY:\r\n\r\n"
      })
  void takesExtensionsAndTrailersOffAChunkedBody(String chunks) {
    for (int piece : PIECES) {
      RequestFraming framing = framing(CHUNKED + chunks + GET, piece);
      assertThat(text(framing.nextHead())).isEqualTo(CHUNKED);
      assertThat(body(framing)).matches("([1-5]\r\n[helo]+\r\n)+0\r\n\r\n");
      assertThat(text(framing.nextHead())).isEqualTo(GET);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "zz\r\n",
        "\r\n",
        "-1\r\n",
        "+5\r\nhello\r\n",
        "0x5\r\nhello\r\n",
        " 5\r\nhello\r\n",
        "5 \r\nhello\r\n",
        "5\nhello\r\n",
        "5\rhello",
        "100000000\r\n",
        "5\r\nhelloX0\r\n\r\n",
        "5\r\nhello\n0\r\n\r\n",
        "5;a\nb\r\nhello\r\n",
        "5;\u0000\r\nhello\r\n",
        "0\r\nX Y: 1\r\n\r\n",
        "0\r\n: 1\r\n\r\n",
        "0\r\n\rX"
      })
  void refusesEveryOtherChunkedBodyAndTakesNothingBehindIt(String chunks) {
    for (int piece : PIECES) {
      RequestFraming framing = framing(CHUNKED + chunks + GET, piece);
      framing.nextHead();
      assertThatThrownBy(() -> body(framing)).isInstanceOf(RequestException.class);
      assertThat(framing.nextHead()).isNull();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET\t/ HTTP/1.1\r\n",
        "GET\t /health HTTP/1.1\r\n",
        "G\u0000T / HTTP/1.1\r\n",
        "get / HTTP/1.1\r\n",
        " / HTTP/1.1\r\n",
        "GET  / HTTP/1.1\r\n",
        "GET / HTTP/1.1 \r\n",
        "GET /\r\n",
        "GET / HTTP/1.1\n",
        "GET / HTTP/1.1\rX",
        "GET / http/1.1\r\n",
        "GET / HTTP/1.10\r\n",
        "GET a HTTP/1.1\r\n",
        "GET * HTTP/1.1\r\n",
        "CONNECT a:80 HTTP/1.1\r\n",
        "GET https://a/ HTTP/1.1\r\n",
        "GET /\u00e9 HTTP/1.1\r\n",
        "GET /a b HTTP/1.1\r\n",
        "GET /% HTTP/1.1\r\n",
        "GET /%4 HTTP/1.1\r\n",
        "GET /%4g HTTP/1.1\r\n",
        "GET /#a HTTP/1.1\r\n",
        "GET /\" HTTP/1.1\r\n",
        "GET /[ HTTP/1.1\r\n",
        "\r\n\r\nGET / HTTP/1.1\r\n",
        "\u0016\u0003\u0001\u0002"
      })
  void refusesEveryOtherRequestLine(String line) {
    assertRefused(line + "Host: a\r\n\r\n", 400);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Host : a\r\n",
        "Host: a\r\n b\r\n",
        " Host: a\r\n",
        "Host: a\r\nHost: a\r\n",
        "X: 1\r\n",
        "Host: a\r\nX\r\n",
        "Host: a\r\n: 1\r\n",
        "Host: a\r\nX Y: 1\r\n",
        "Host: a\r\nX\u00e9: 1\r\n",
        "Host: a\r\nX: \u00e9\r\n",
        "Host: a\r\nX: 1\u0000\r\n",
        "Host: a\r\nX: 1\rY: 2\r\n",
        "Host: a\r\nX: 1\nY: 2\r\n",
        "Host: a\r\nContent\rLength: 5\r\n",
        "Host: a\r\nContent-Length: 5\r\nContent-Length: 5\r\n",
        "Host: a\r\nContent-Length: 5, 5\r\n",
        "Host: a\r\nContent-Length: +5\r\n",
        "Host: a\r\nContent-Length: -1\r\n",
        "Host: a\r\nContent-Length: 0x5\r\n",
        "Host: a\r\nContent-Length:\r\n",
        "Host: a\r\nContent-Length: 1 1\r\n",
        "Host: a\r\nContent-Length: 9999999999999999999\r\n",
        "Host: a\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n",
        "Host: a\r\nTransfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n",
        "Host: a\r\nTransfer-Encoding: gzip, chunked\r\n",
        "Host: a\r\nTransfer-Encoding: identity\r\n",
        "Host: a\r\nTransfer-Encoding: \"chunked\"\r\n",
        "Host: a\r\nTransfer-Encoding: chunked,\r\n",
        "Host: a\r\nTransfer-Encoding:\r\n"
      })
  void refusesEveryOtherHeader(String headers) {
    assertRefused("POST / HTTP/1.1\r\n" + headers + "\r\n", 400);
  }

  @ParameterizedTest
  @CsvSource({
    "GET / HTTP/1.0, 505",
    "GET / HTTP/2.0, 505",
    "PRI * HTTP/2.0, 505",
    "GET / HTTP/0.9, 505",
    "GET / FTP/1.1, 400"
  })
  void tellsOtherVersionsFromGarbage(String line, int status) {
    assertRefused(line + "\r\nHost: a\r\n\r\n", status);
  }

  @Test
  void refusesWhatIsTooLong() {
    String long16 = "x".repeat(16 * 1024);
    assertRefused("GET /" + long16 + long16, 414);
    assertRefused("GET /" + long16 + " HTTP/1.1\r\nHost: a\r\n\r\n", 414);
    assertRefused("X".repeat(32 * 1024), 414);
    assertRefused("GET / HTTP/1.1\r\nHost: a\r\nX: " + long16 + "\r\n\r\n", 431);
    assertRefused("GET / HTTP/1.1\r\nHost: a\r\n" + "X: 1\r\n".repeat(4096), 431);
    assertRefused("GET / HTTP/1.1\r\nExpect: 200-ok\r\nHost: a\r\n\r\n", 417);
  }

  @Test
  void reducesTheAbsoluteFormToTheOriginForm() {
    assertThat(text(framing("GET HTTP://A:1/b?c HTTP/1.1\r\nHost: a:1\r\n\r\n", 9).nextHead()))
        .isEqualTo("GET /b?c HTTP/1.1\r\nHost: a:1\r\n\r\n");
    assertThat(text(framing("GET http://a?c HTTP/1.1\r\nHost: a\r\n\r\n", 9).nextHead()))
        .isEqualTo("GET /?c HTTP/1.1\r\nHost: a\r\n\r\n");
    assertThat(text(framing("GET http://a HTTP/1.1\r\nHost: a\r\n\r\n", 9).nextHead()))
        .isEqualTo("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
    assertRefused("GET http://b/ HTTP/1.1\r\nHost: a\r\n\r\n", 400);
    assertRefused("GET http:///b HTTP/1.1\r\nHost: a\r\n\r\n", 400);
  }

  @Test
  void takesNothingBehindTheLastRequest() {
    for (String header : List.of("Connection: close", "connection: x , CLOSE")) {
      RequestFraming framing = framing(POST + header + "\r\n\r\n" + GET, 8192);
      assertThat(framing.nextHead()).isNotNull();
      assertThat(framing.nextHead()).isNull();
      assertThat(framing.hasUnread()).isTrue();
    }
    RequestFraming framing = framing(GET + GET, 8192);
    framing.nextHead();
    framing.end();
    assertThat(framing.nextHead()).isNull();
  }

  @Test
  void takesNoBodyThatNobodyReadForARequest() {
    RequestFraming framing =
        framing(POST + "Content-Length: " + GET.length() + "\r\n\r\n" + GET + GET, 8192);
    framing.nextHead();
    assertThat(framing.nextHead()).isNull();
  }

  @Test
  void handsOnNothingOfAHeadThatIsCutOff() {
    for (int length = 0; length < GET.length(); length++) {
      assertThat(framing(GET.substring(0, length), 8192).nextHead()).isNull();
    }
  }

  @Test
  void refusesALargeHeadWhileTooMuchIsInFlight() {
    MemoryBudget budget = new MemoryBudget(8 * 1024);
    String large = "GET / HTTP/1.1\r\nHost: a\r\nX: " + "x".repeat(12 * 1024) + "\r\n\r\n";
    assertStatus(framing(large, 1024, budget), 503);
    assertThat(budget.reserved()).isZero();
    assertThat(text(framing(GET, 1, budget).nextHead())).isEqualTo(GET);
  }

  private static void assertRefused(String request, int status) {
    for (int piece : PIECES) {
      RequestFraming framing = framing(request + GET, piece);
      assertStatus(framing, status);
      assertThat(framing.nextHead()).isNull();
    }
  }

  private static void assertStatus(RequestFraming framing, int status) {
    assertThatThrownBy(framing::nextHead)
        .isInstanceOfSatisfying(
            RequestException.class,
            refusal -> assertThat(refusal.status().code()).isEqualTo(status));
  }

  private static String body(RequestFraming framing) {
    StringBuilder body = new StringBuilder();
    for (byte[] next = framing.nextOfBody(); next != null; next = framing.nextOfBody()) {
      body.append(text(next));
      if (body.toString().endsWith("0\r\n\r\n") || body.toString().equals("hello")) {
        return body.toString();
      }
    }
    return body.toString();
  }

  private static RequestFraming framing(String bytes, int piece) {
    return framing(bytes, piece, new MemoryBudget(1024 * 1024));
  }

  private static RequestFraming framing(String text, int piece, MemoryBudget budget) {
    byte[] bytes = text.getBytes(ISO_8859_1);
    Queue<byte[]> pieces = new ArrayDeque<>();
    for (int from = 0; from < bytes.length; from += piece) {
      pieces.add(Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + piece)));
    }
    return new RequestFraming(pieces::poll, HeadLimits.OF_CLIENTS, budget);
  }

  private static String text(byte[] bytes) {
    return new String(bytes, ISO_8859_1);
  }
}
