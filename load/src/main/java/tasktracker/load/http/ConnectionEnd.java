package tasktracker.load.http;

import java.io.IOException;
import org.apache.hc.core5.http.ConnectionClosedException;

/** How a connection ends. */
@FunctionalInterface
interface ConnectionEnd {
  /** Without TLS nothing but the end itself can be told. */
  ConnectionEnd PLAIN = () -> {};

  /**
   * Checks, at the end of what could be read, that the server meant to end it.
   *
   * @throws ConnectionClosedException when the connection was cut, maybe by someone else
   */
  void requireTold() throws IOException;
}
