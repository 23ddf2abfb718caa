package tasktracker.load;

/** A load test that has not begun, whoever generates its load. Runs once. */
public interface LoadRunner {
  /**
   * Runs the test in this thread until its end.
   *
   * @throws InterruptedException when this thread is interrupted
   */
  LoadResult run(LoadListener listener) throws InterruptedException;

  /**
   * Ends the test early, from any thread: {@link #run} returns soon with what was measured so far.
   */
  void stop();
}
