package tasktracker.load.scenario;

/**
 * One user's own connection to the target. Requests are blocking and never retried. For the thread
 * of the user alone.
 */
public interface Session {

  /** A GET of a path, for example {@code /tasks?limit=10}. */
  default Request get(String path) {
    return request("GET", path);
  }

  /** A POST to a path. */
  default Request post(String path) {
    return request("POST", path);
  }

  /** A PUT to a path. */
  default Request put(String path) {
    return request("PUT", path);
  }

  /** A PATCH of a path. */
  default Request patch(String path) {
    return request("PATCH", path);
  }

  /** A DELETE of a path. */
  default Request delete(String path) {
    return request("DELETE", path);
  }

  /** A request of any method; it is sent by {@link Request#send()}. */
  Request request(String method, String path);

  /** Tells of every later request of the session, when it has ended, in place of an earlier one. */
  void watch(Watch watch);

  /** Is told of requests, by the thread of their user. */
  @FunctionalInterface
  interface Watch {
    /**
     * A request has ended.
     *
     * @param sentNanos when it was sent, in the time of {@link System#nanoTime()}
     * @param endNanos after the last byte of the response, or when it failed
     * @param ok as in {@link Response#ok()}
     */
    void ended(long sentNanos, long endNanos, boolean ok);
  }

  /** Sends this header with every later request of the session, in place of an earlier value. */
  void header(String name, String value);
}
