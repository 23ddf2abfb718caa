package tasktracker.load.http;

import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.util.zip.ZipException;
import javax.net.ssl.SSLException;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.MalformedChunkCodingException;
import org.apache.hc.core5.http.MessageConstraintException;
import org.apache.hc.core5.http.NoHttpResponseException;
import tasktracker.load.http.RequestLog.Result;
import tasktracker.load.recording.Outcome;
import tasktracker.load.scenario.Response;

/** Names failures; messages are in the style of Locust, where Python's exceptions appear. */
final class FailureKind {
  private static final int LONGEST_EXAMPLE = 200;
  private static final int FIRST_SERVER_ERROR = 500;

  private FailureKind() {}

  static Result ofConnect(IOException e) {
    return switch (e) {
      case GeneratorLimitException _ ->
          failed(Outcome.GENERATOR_LIMIT, "OSError('%s')".formatted(e.getMessage()), e);
      case SocketTimeoutException _ -> connectTimeout(e);
      case ConnectException gaveUp when "Connection timed out".equals(gaveUp.getMessage()) ->
          connectTimeout(e);
      case ConnectException _ ->
          failed(Outcome.CONNECT_REFUSED, "ConnectionRefusedError(111, 'Connection refused')", e);
      case SSLException ssl -> isCutShort(ssl) ? reset(e) : tlsFailed(e, "TLS handshake failed");
      default -> {
        String message = "ConnectionError('%s')".formatted(e.getMessage());
        yield failed(Outcome.CONNECT_REFUSED, message, e);
      }
    };
  }

  static Result ofTimeout() {
    return new Result(Outcome.RESPONSE_TIMEOUT, "ReadTimeout('response timed out')", "");
  }

  static Result ofExchange(Exception e) {
    return switch (e) {
      case NoHttpResponseException _ ->
          failed(
              Outcome.CONNECTION_RESET,
              "RemoteDisconnected('Remote end closed connection without response')",
              e);
      case ConnectionClosedException _ ->
          failed(Outcome.CONNECTION_RESET, "IncompleteRead('connection closed too early')", e);
      case SSLException ssl -> isCutShort(ssl) ? reset(e) : tlsFailed(e, "TLS failed");
      case MalformedChunkCodingException _ -> protocolError(e);
      case MessageConstraintException _ -> protocolError(e);
      case ZipException _ -> protocolError(e);
      case EOFException _ -> protocolError(e);
      case IOException _ -> reset(e);
      default -> protocolError(e);
    };
  }

  static Result ofStatus(Response response, String reason, String endpoint) {
    int status = response.status();
    String side = status < FIRST_SERVER_ERROR ? "Client Error" : "Server Error";
    String message =
        "HTTPError('%s %s: %s for url: %s')".formatted(status, side, shorten(reason), endpoint);
    return new Result(Outcome.HTTP_ERROR, message, shorten(response.text()));
  }

  static Result ofCheck(Response response, String description) {
    String message = "CatchResponseError('%s')".formatted(description);
    return new Result(Outcome.CHECK_FAILED, message, shorten(response.text()));
  }

  /** TLS wraps what happened to the connection below it. */
  private static boolean isCutShort(SSLException e) {
    return e.getCause() instanceof EOFException || e.getCause() instanceof SocketException;
  }

  private static Result connectTimeout(Exception e) {
    return failed(Outcome.CONNECT_TIMEOUT, "ConnectTimeout('connect timed out')", e);
  }

  private static Result reset(Exception e) {
    return failed(
        Outcome.CONNECTION_RESET, "ConnectionResetError(104, 'Connection reset by peer')", e);
  }

  private static Result tlsFailed(Exception e, String what) {
    return failed(Outcome.PROTOCOL_ERROR, "SSLError('%s')".formatted(what), e);
  }

  private static Result protocolError(Exception e) {
    return failed(
        Outcome.PROTOCOL_ERROR, "ProtocolError('%s')".formatted(e.getClass().getSimpleName()), e);
  }

  private static Result failed(Outcome outcome, String message, Exception e) {
    return new Result(outcome, message, shorten(String.valueOf(e.getMessage())));
  }

  private static String shorten(String text) {
    if (text.length() <= LONGEST_EXAMPLE) {
      return text;
    }
    // Half of a pair of surrogates is no character, and cannot be written.
    boolean splits = Character.isHighSurrogate(text.charAt(LONGEST_EXAMPLE - 1));
    return text.substring(0, splits ? LONGEST_EXAMPLE - 1 : LONGEST_EXAMPLE) + "…";
  }
}
