package tasktracker.load;

/** Runs one {@link LoadPlan}, once. */
public final class LoadTest {
  private final LoadPlan plan;

  /** A test that has not begun. */
  public LoadTest(LoadPlan plan) {
    this.plan = plan;
  }

  /**
   * Runs the test in this thread until its end. All virtual users have ended and all connections
   * are closed when this returns or throws.
   *
   * @throws tasktracker.load.scenario.SetUpException when set-up fails
   * @throws InterruptedException when this thread is interrupted
   */
  public LoadResult run(LoadListener listener) throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    throw new UnsupportedOperationException("not yet: " + plan + listener);
  }

  /**
   * Ends the test early, from any thread: {@link #run} returns soon with what was measured so far.
   */
  public void stop() {}
}
