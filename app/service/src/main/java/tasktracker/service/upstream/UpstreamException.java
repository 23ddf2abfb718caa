package tasktracker.service.upstream;

import java.io.IOException;
import java.time.Duration;

/**
 * A call to another service failed. The kinds differ in what the caller may conclude about the
 * request: only after {@link Unreachable} is it certain that nothing was executed.
 */
public abstract sealed class UpstreamException extends IOException {

  private static final long serialVersionUID = 1L;

  private UpstreamException(String message, Throwable cause) {
    super(message, cause);
  }

  /** No instance could be connected to, or none had a connection to spare: nothing was sent. */
  public static final class Unreachable extends UpstreamException {

    private static final long serialVersionUID = 1L;

    Unreachable(String service, String reason, Throwable cause) {
      super("%s cannot be reached: %s".formatted(service, reason), cause);
    }
  }

  /** The service took the request and did not go on within the response timeout. */
  public static final class TimedOut extends UpstreamException {

    private static final long serialVersionUID = 1L;

    TimedOut(String service, Duration timeout, Throwable cause) {
      super("%s did not answer within %d ms".formatted(service, timeout.toMillis()), cause);
    }
  }

  /** The connection broke, or spoke no HTTP, after the request had been sent at least in part. */
  public static final class BrokenOff extends UpstreamException {

    private static final long serialVersionUID = 1L;

    BrokenOff(String service, Throwable cause) {
      super("%s broke off: %s".formatted(service, cause.getMessage()), cause);
    }
  }
}
