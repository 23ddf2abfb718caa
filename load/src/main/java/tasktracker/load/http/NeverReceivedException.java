package tasktracker.load.http;

import java.io.IOException;

/** The server had closed the connection before the request reached it. Without a stack trace. */
final class NeverReceivedException extends IOException {
  private static final long serialVersionUID = 1L;

  NeverReceivedException(IOException cause) {
    super("the server closed the connection before the request", cause);
  }

  @Override
  public synchronized Throwable fillInStackTrace() {
    return this;
  }
}
