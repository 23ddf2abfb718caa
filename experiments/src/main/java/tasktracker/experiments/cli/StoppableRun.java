package tasktracker.experiments.cli;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import tasktracker.load.LoadListener;
import tasktracker.load.LoadResult;
import tasktracker.load.LoadRunner;

/** A load test that an interruption ends early, with what was measured so far. */
final class StoppableRun {
  private StoppableRun() {}

  /** Waits for the result; interrupting this thread ends the test early. */
  static LoadResult await(LoadRunner test, LoadListener listener) {
    FutureTask<LoadResult> running = new FutureTask<>(() -> test.run(listener));
    Thread.ofPlatform().name("load").start(running);
    while (true) {
      try {
        return running.get();
      } catch (InterruptedException e) {
        test.stop();
      } catch (ExecutionException e) {
        throw e.getCause() instanceof RuntimeException cause
            ? cause
            : new IllegalStateException(e.getCause());
      }
    }
  }
}
