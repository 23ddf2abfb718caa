package tasktracker.load;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import tasktracker.load.http.GeneratorLimits;
import tasktracker.load.http.ResolvedTarget;
import tasktracker.load.http.Sessions;
import tasktracker.load.scenario.SetUpException;

/** Runs one {@link LoadPlan}, once. */
public final class LoadTest implements LoadRunner {
  private final LoadPlan plan;
  private final LoadShare share;
  private final Coordination coordination;
  private final AtomicBoolean begun = new AtomicBoolean();
  private volatile LoadRun run;
  private volatile boolean stopped;

  /** A test that has not begun. */
  public LoadTest(LoadPlan plan) {
    this(plan, LoadShare.WHOLE, Coordination.NONE);
  }

  /** A test that has not begun, of one of several generators that share the load of a plan. */
  public LoadTest(LoadPlan plan, LoadShare share, Coordination coordination) {
    this.plan = plan;
    this.share = share;
    this.coordination = coordination;
  }

  /**
   * Runs the test in this thread until its end. All virtual users have ended and all connections
   * are closed when this returns or throws.
   *
   * @throws SetUpException when set-up fails
   * @throws InterruptedException when this thread is interrupted
   */
  @Override
  public LoadResult run(LoadListener listener) throws InterruptedException {
    if (begun.getAndSet(true)) {
      throw new IllegalStateException("a load test runs once");
    }
    requireConnections();
    try (Sessions sessions = new Sessions(target(), plan.http())) {
      LoadRun current = new LoadRun(plan, share, coordination, sessions, listener);
      run = current;
      if (stopped) {
        current.stop();
      }
      return current.run();
    }
  }

  @Override
  public void stop() {
    stopped = true;
    LoadRun current = run;
    if (current != null) {
      current.stop();
    }
  }

  /** Before anything is asked: failures for want of them would look like those of the server. */
  private void requireConnections() {
    GeneratorLimits.against(plan.connections() / share.of(), plan.connections())
        .ifPresent(reason -> {
          throw new SetUpException(reason);
        });
  }

  private ResolvedTarget target() {
    try {
      return ResolvedTarget.resolve(plan.target());
    } catch (IOException e) {
      throw new SetUpException("the host of " + plan.target() + " is not known", e);
    }
  }
}
