package tasktracker.load.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.EOFException;
import java.io.IOException;
import java.net.BindException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tasktracker.load.http.RequestLog.Result;
import tasktracker.load.recording.Outcome;

/** Causes that no test can bring about on a loopback; the others have tests with real sockets. */
class FailureKindTest {

  static Stream<Arguments> failuresToConnect() {
    return Stream.of(
        Arguments.of(
            new ConnectException("Connection timed out"),
            Outcome.CONNECT_TIMEOUT,
            "ConnectTimeout('connect timed out')"),
        Arguments.of(
            new SocketTimeoutException(),
            Outcome.CONNECT_TIMEOUT,
            "ConnectTimeout('connect timed out')"),
        Arguments.of(
            new NoRouteToHostException("No route to host"),
            Outcome.CONNECT_REFUSED,
            "ConnectionError('No route to host')"),
        Arguments.of(
            GeneratorLimitException.ofFiles(new SocketException("Too many open files")),
            Outcome.GENERATOR_LIMIT,
            "OSError('Too many open files, %s')".formatted(GeneratorLimits.ofFiles())),
        Arguments.of(
            GeneratorLimitException.ofPorts(new BindException("Cannot assign requested address")),
            Outcome.GENERATOR_LIMIT,
            "OSError('Cannot assign requested address, %s')".formatted(GeneratorLimits.ofPorts())),
        Arguments.of(
            new SSLHandshakeException("unable to find valid certification path"),
            Outcome.PROTOCOL_ERROR,
            "SSLError('TLS handshake failed')"),
        Arguments.of(
            new SSLException("cut", new EOFException()),
            Outcome.CONNECTION_RESET,
            "ConnectionResetError(104, 'Connection reset by peer')"),
        Arguments.of(
            new SSLException("reset", new SocketException("Connection reset")),
            Outcome.CONNECTION_RESET,
            "ConnectionResetError(104, 'Connection reset by peer')"));
  }

  @ParameterizedTest
  @MethodSource("failuresToConnect")
  void namesWhatKeptTheConnectionFromComing(IOException e, Outcome outcome, String message) {
    Result result = FailureKind.ofConnect(e);

    assertThat(result.outcome()).isEqualTo(outcome);
    assertThat(result.message()).isEqualTo(message);
  }
}
