package tasktracker.load;

/** Ends a user who wants to send a request after the end of the measurement. */
final class RunEnded extends RuntimeException {
  private static final long serialVersionUID = 1L;

  RunEnded() {
    super("the load test is over", null, false, false);
  }
}
