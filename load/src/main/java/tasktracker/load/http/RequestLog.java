package tasktracker.load.http;

import tasktracker.load.recording.Endpoint;
import tasktracker.load.recording.Outcome;

/** Is told of every request of a session, by the thread of its user. */
@FunctionalInterface
public interface RequestLog {

  /**
   * A request is about to begin.
   *
   * @return its intended start in the time of {@link System#nanoTime()}: when it was due, which is
   *     now where requests have no schedule
   * @throws RuntimeException when no request may begin any more
   */
  default long begin() {
    return System.nanoTime();
  }

  /**
   * Whether a request that failed is sent once more as if it had not been; waits as long as that
   * should be put off. What measures repeats nothing.
   *
   * @param status of the answer; 0 without one
   */
  default boolean repeats(int status) {
    return false;
  }

  /**
   * A request has ended.
   *
   * @param intendedNanos what {@link #begin()} returned
   * @param sentNanos when its session began with it; a connection that it needed is opened later
   * @param endNanos after the last byte of the response, or when it failed
   * @param contentSize bytes of the response body
   */
  void ended(
      Endpoint endpoint,
      long intendedNanos,
      long sentNanos,
      long endNanos,
      int contentSize,
      Result result);

  /** A connection that the server had closed between two requests was replaced. */
  default void reconnected() {}

  /**
   * How a request ended.
   *
   * @param message what failed, in the same words for the same cause; empty for a success
   * @param example what was answered or thrown this time
   */
  record Result(Outcome outcome, String message, String example) {
    static final Result SUCCESS = new Result(Outcome.SUCCESS, "", "");
  }
}
