package tasktracker.stack.embedded;

import java.time.Duration;
import tasktracker.stack.Instance;

/**
 * How an instance is stopped.
 *
 * @param stage instances of higher stages stop first, those of one stage together
 * @param asked the signal that asks it to stop in good order while others go on
 * @param ended the signal that ends it with its stack
 * @param grace how long it may take until it is killed
 */
public record Stopping(int stage, Signal asked, Signal ended, Duration grace) {
  /** Time enough to answer what is in flight. */
  public static final Duration USUAL_GRACE = Duration.ofSeconds(8);

  /**
   * Of an instance that comes with the lab: services first and in good order, then the databases at
   * once, because their data goes with them. PostgreSQL takes TERM as "wait for the clients", INT
   * as "end their sessions and stop".
   */
  static Stopping of(Instance.Kind kind) {
    return switch (kind) {
      case SERVICE -> new Stopping(2, Signal.TERM, Signal.TERM, USUAL_GRACE);
      case DATABASE -> new Stopping(1, Signal.INT, Signal.QUIT, USUAL_GRACE);
      case PROXY -> new Stopping(0, Signal.TERM, Signal.TERM, USUAL_GRACE);
    };
  }

  Stopping within(Duration time) {
    return new Stopping(stage, asked, ended, time);
  }
}
