package tasktracker.load.http;

import static tasktracker.load.recording.Outcome.CONNECTION_RESET;
import static tasktracker.load.recording.Outcome.HTTP_ERROR;
import static tasktracker.load.recording.Outcome.PROTOCOL_ERROR;
import static tasktracker.load.recording.Outcome.SUCCESS;

import java.util.List;
import org.junit.jupiter.params.provider.Arguments;
import tasktracker.load.recording.Outcome;

/**
 * Responses of which RFC 9112 says how a client takes them: name, bytes, outcome, and bytes of body
 * after a success. The connection is kept open behind those whose end is in the message.
 */
final class ResponseCases {
  private static final String OK = "HTTP/1.1 200 OK\r\n";
  private static final String CHUNKED = OK + "Transfer-Encoding: chunked\r\n\r\n";
  private static final String GZIP = OK + "Content-Encoding: gzip\r\n";
  private static final String HELLO = "Content-Length: 5\r\n\r\nhello";

  static final List<Arguments> KEPT_OPEN =
      List.of(
          good("a length", OK + HELLO, 5),
          good("no reason", "HTTP/1.1 200 \r\n" + HELLO, 5),
          good("no blank before no reason", "HTTP/1.1 200\r\n" + HELLO, 5),
          good("a tab and Latin-1 in the reason", "HTTP/1.1 200 a\tb\u00e9\r\n" + HELLO, 5),
          good("a later minor version", "HTTP/1.9 200 OK\r\n" + HELLO, 5),
          good("line ends without CR", "HTTP/1.1 200 OK\nContent-Length: 5\n\nhello", 5),
          good("no blank after the colon", OK + "Content-Length:5\r\n\r\nhello", 5),
          good("blanks around a value", OK + "Content-Length: \t 5 \t\r\n\r\nhello", 5),
          good("every sign that names may have", OK + "!#$%&'*+-.^_`|~: x\r\n" + HELLO, 5),
          good("an empty value", OK + "X:\r\n" + HELLO, 5),
          good("Latin-1 in a value", OK + "X: \u00e9\u00ff\r\n" + HELLO, 5),
          good("a folded header", OK + "X: a\r\n b\r\n\tc\r\n" + HELLO, 5),
          good("a folded length", OK + "Content-Length:\r\n 5\r\n\r\nhello", 5),
          good("one line end before the status line", "\r\n" + OK + HELLO, 5),
          good(
              "interim answers",
              "HTTP/1.1 102 a\r\n\r\nHTTP/1.1 103 b\r\nX: y\r\n\r\n" + OK + HELLO,
              5),
          good(
              "an interim answer with a length",
              "HTTP/1.1 103 a\r\nContent-Length: 9\r\n\r\n" + OK + HELLO,
              5),
          good("an unknown interim answer", "HTTP/1.1 199 a\r\n\r\n" + OK + HELLO, 5),
          good("chunks", CHUNKED + "5\r\nhello\r\n0\r\n\r\n", 5),
          good("a chunk size in capitals", CHUNKED + "A\r\n0123456789\r\n0\r\n\r\n", 10),
          good("zeros before a chunk size", CHUNKED + "0005\r\nhello\r\n000\r\n\r\n", 5),
          good("chunk extensions", CHUNKED + "5;a;b=c;d=\"e;f\"\r\nhello\r\n0;g\r\n\r\n", 5),
          good("blanks before a chunk extension", CHUNKED + "5 \t; a=b\r\nhello\r\n0\r\n\r\n", 5),
          good("trailers", CHUNKED + "5\r\nhello\r\n0\r\nX: y\r\nContent-Length: 9\r\n\r\n", 5),
          good("chunked in capitals", OK + "TRANSFER-ENCODING: CHUNKED\r\n\r\n0\r\n\r\n", 0),
          good("204 without a body", "HTTP/1.1 204 No Content\r\n\r\n", 0),
          good(
              "304 with the length of what it has not",
              "HTTP/1.1 304 Not Modified\r\nContent-Length: 5\r\n\r\n",
              0),
          good("an empty body", OK + "Content-Length: 0\r\n\r\n", 0),
          good("an empty body that is said to be gzip", GZIP + "Content-Length: 0\r\n\r\n", 0),
          good(
              "empty chunks that are said to be gzip",
              GZIP + "Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
              0),
          bad("line end before the status line, twice", "\r\n\r\n" + OK + HELLO),
          of(
              "line end before a final status",
              "HTTP/1.1 100 Continue\r\n\r\n\r\nHTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n",
              HTTP_ERROR,
              0),
          bad("CR within the reason", "HTTP/1.1 200 OK\rContent-Length: 0\r\n\r\n"),
          bad("NUL within the reason", "HTTP/1.1 200 O\0K\r\n" + HELLO),
          bad("DEL within the reason", "HTTP/1.1 200 O\u007fK\r\n" + HELLO),
          bad("CR within a value", OK + "Foo: 1\rBar: 2\r\nContent-Length: 0\r\n\r\n"),
          bad("CR at the end of a value", OK + "Foo: 1\r\r\n" + HELLO),
          bad("CR as an empty line", OK + "X: y\r\n\r\r\n" + HELLO),
          bad("NUL within a value", OK + "X: a\0b\r\n" + HELLO),
          bad("CR within a length's name", OK + "Content\rLength: 5\r\n\r\nhello"),
          bad(
              "CR within a coding's name",
              OK + "Transfer\rEncoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n"),
          bad("NUL within a name", OK + "X\0Y: a\r\n" + HELLO),
          bad("blank within a name", OK + "A Content-Type: x\r\n" + HELLO),
          bad("tab within a name", OK + "A\tB: x\r\n" + HELLO),
          bad("blank before the colon", OK + "Content-Length : 5\r\n\r\nhello"),
          bad("a control character within a name", OK + "Cont\u0001ent-Length: 5\r\n" + HELLO),
          bad("Latin-1 within a name", OK + "Conten\u00e9-Length: 5\r\n" + HELLO),
          bad("brackets within a name", OK + "X(y): z\r\n" + HELLO),
          bad("no name", OK + ": x\r\n" + HELLO),
          bad("no colon", OK + "X\r\n" + HELLO),
          bad("a blank before the first name", OK + " X: y\r\n" + HELLO),
          bad("blanks after the status line", OK + " \r\n" + HELLO),
          bad("a length with a sign", OK + "Content-Length: +5\r\n\r\nhello"),
          bad("a negative length", OK + "Content-Length: -5\r\n\r\nhello"),
          bad("a length of zero, negative", OK + "Content-Length: -0\r\n\r\n"),
          bad("a hexadecimal length", OK + "Content-Length: 0x5\r\n\r\nhello"),
          bad("a length with a fraction", OK + "Content-Length: 5.0\r\n\r\nhello"),
          bad("an empty length", OK + "Content-Length:\r\n\r\nhello"),
          bad("a blank within a length", OK + "Content-Length: 1 5\r\n\r\nhello"),
          bad("a length with other digits", OK + "Content-Length: \u00b2\r\n\r\nhello"),
          bad("a length beyond 63 bits", OK + "Content-Length: 9223372036854775808\r\n\r\nhello"),
          bad(
              "a length that is folded into no number",
              OK + "Content-Length: 5\r\n folded: 1\r\n\r\nhello"),
          bad("a list of lengths", OK + "Content-Length: 5, 5\r\n\r\nhello"),
          bad("a list of other lengths", OK + "Content-Length: 5, 6\r\n\r\nhello"),
          bad("the same length twice", OK + "Content-Length: 5\r\n" + HELLO),
          bad("two lengths", OK + "Content-Length: 6\r\n" + HELLO),
          bad(
              "a length before chunks",
              OK + "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"),
          bad(
              "a length after chunks",
              OK + "Transfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\n0\r\n\r\n"),
          bad(
              "chunks of HTTP/1.0",
              "HTTP/1.0 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"),
          bad("chunked twice", OK + "Transfer-Encoding: chunked, chunked\r\n\r\n0\r\n\r\n"),
          bad("another coding", OK + "Transfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n"),
          bad(
              "chunked and then another coding",
              OK + "Transfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n"),
          bad("an unknown coding", OK + "Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n"),
          bad("an empty coding", OK + "Transfer-Encoding:\r\n\r\n0\r\n\r\n"),
          bad("a chunk size with a sign", CHUNKED + "+5\r\nhello\r\n0\r\n\r\n"),
          bad("a negative last chunk", CHUNKED + "5\r\nhello\r\n-0\r\n\r\n"),
          bad("a blank before a chunk size", CHUNKED + " 5\r\nhello\r\n0\r\n\r\n"),
          bad("a blank after a chunk size", CHUNKED + "5 \r\nhello\r\n0\r\n\r\n"),
          bad("a chunk size with 0x", CHUNKED + "0x5\r\nhello\r\n0\r\n\r\n"),
          bad("a chunk size with an underscore", CHUNKED + "0_5\r\nhello\r\n0\r\n\r\n"),
          bad("a negative chunk size", CHUNKED + "-1\r\nhello\r\n0\r\n\r\n"),
          bad("no chunk size", CHUNKED + "\r\nhello\r\n0\r\n\r\n"),
          bad("an extension without a size", CHUNKED + ";a\r\nhello\r\n0\r\n\r\n"),
          bad("a chunk size of 64 bits", CHUNKED + "ffffffffffffffff\r\nhello\r\n0\r\n\r\n"),
          bad("a chunk size that wraps to 5", CHUNKED + "10000000000000005\r\nhello\r\n0\r\n\r\n"),
          bad("a chunk size without CR", CHUNKED + "5\nhello\r\n0\r\n\r\n"),
          bad("a CR within a chunk extension", CHUNKED + "5;a\rb\r\nhello\r\n0\r\n\r\n"),
          bad("a LF within a chunk extension", CHUNKED + "5;a\nb\r\nhello\r\n0\r\n\r\n"),
          bad("no line end after a chunk", CHUNKED + "5\r\nhello0\r\n\r\n"),
          bad("a chunk longer than its size", CHUNKED + "5\r\nhello!\r\n0\r\n\r\n"),
          bad("LF alone after a chunk", CHUNKED + "5\r\nhello\n0\r\n\r\n"),
          bad("a trailer without a colon", CHUNKED + "0\r\nX\r\n\r\n"),
          bad("a trailer with CR", CHUNKED + "0\r\nX: a\rb\r\n\r\n"),
          bad(
              "another protocol that nobody asked for",
              "HTTP/1.1 101 Switching Protocols\r\nUpgrade: h2c\r\nConnection: upgrade\r\n\r\n"),
          bad(
              "another protocol after an interim answer",
              "HTTP/1.1 100 a\r\n\r\nHTTP/1.1 101 b\r\n\r\n"),
          bad("a status of two digits", "HTTP/1.1 20 OK\r\n" + HELLO),
          bad("a status of four digits", "HTTP/1.1 2000 OK\r\n" + HELLO),
          bad("a status below 100", "HTTP/1.1 099 OK\r\n" + HELLO),
          bad("a status with a sign", "HTTP/1.1 +20 OK\r\n" + HELLO),
          bad("two blanks before the status", "HTTP/1.1  200 OK\r\n" + HELLO),
          bad("a tab before the status", "HTTP/1.1\t200 OK\r\n" + HELLO),
          bad("no version", "200\r\n" + HELLO),
          bad("small letters", "http/1.1 200 OK\r\n" + HELLO),
          bad("a version without a point", "HTTP/11 200 OK\r\n" + HELLO),
          bad("a version of two digits", "HTTP/1.10 200 OK\r\n" + HELLO),
          bad("HTTP/2 in text, without a line end", "HTTP/2 200"),
          bad("HTTP/0.9, without a line end", "<html>hello</html>"),
          bad("another protocol, without a line end", "SSH-2.0-OpenSSH_9.9"),
          bad("the settings of HTTP/2", "\0\0\u0006\u0004\0\0\0\0\0\0\u0005\0\0@\0"),
          bad("the good-bye of HTTP/2", "\0\0\u0008\u0007\0\0\0\0\0\0\0\0\0\0\0\0\u0001"),
          bad("gzip that is none", GZIP + HELLO),
          bad("gzip that ends in its head", GZIP + "Content-Length: 5\r\n\r\n\u001f\u008b\b\0\0"));

  static final List<Arguments> CLOSED =
      List.of(
          good("a body until the end", OK + "\r\nhello", 5),
          good("a body of HTTP/1.0 until the end", "HTTP/1.0 200 OK\r\n\r\nhello", 5),
          good("nothing until the end, said to be gzip", GZIP + "\r\n", 0),
          bad(
              "gzip until the end that is cut short",
              GZIP + "\r\n\u001f\u008b\b\0\0\0\0\0\0\u0003"),
          cut("nothing", ""),
          cut("a line end alone", "\r\n"),
          cut("half of a version", "HTTP/"),
          cut("half of a status line", "HTTP/1.1 20"),
          cut("half of a head", OK + "Content-Le"),
          cut("an interim answer alone", "HTTP/1.1 100 Continue\r\n\r\n"),
          cut("half of a body", OK + "Content-Length: 6\r\n\r\nhello"),
          cut("half of a chunk", CHUNKED + "6\r\nhello"),
          cut("a chunk without its line end", CHUNKED + "5\r\nhello"),
          cut("no last chunk", CHUNKED + "5\r\nhello\r\n"),
          cut("no end of trailers", CHUNKED + "0\r\n"),
          cut("half of a trailer", CHUNKED + "0\r\nX: y"),
          cut("half of gzip with a length", GZIP + "Content-Length: 9\r\n\r\n\u001f\u008b\b\0\0"));

  private ResponseCases() {}

  private static Arguments good(String name, String bytes, int size) {
    return of(name, bytes, SUCCESS, size);
  }

  private static Arguments bad(String name, String bytes) {
    return of(name, bytes, PROTOCOL_ERROR, 0);
  }

  private static Arguments cut(String name, String bytes) {
    return of(name, bytes, CONNECTION_RESET, 0);
  }

  private static Arguments of(String name, String bytes, Outcome outcome, int size) {
    return Arguments.argumentSet(name, bytes, outcome, size);
  }
}
