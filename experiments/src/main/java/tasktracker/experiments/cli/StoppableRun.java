package tasktracker.experiments.cli;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Function;
import tasktracker.load.LoadListener;
import tasktracker.load.LoadPlan;
import tasktracker.load.LoadResult;
import tasktracker.load.LoadTest;
import tasktracker.load.worker.Workers;

/** A load test that an interruption ends early, with what was measured so far. */
final class StoppableRun {
  private final Function<LoadListener, Callable<LoadResult>> test;
  private final Runnable stop;

  private StoppableRun(Function<LoadListener, Callable<LoadResult>> test, Runnable stop) {
    this.test = test;
    this.stop = stop;
  }

  static StoppableRun of(LoadPlan plan) {
    LoadTest test = new LoadTest(plan);
    return new StoppableRun(listener -> () -> test.run(listener), test::stop);
  }

  static StoppableRun of(Workers workers) {
    return new StoppableRun(listener -> () -> workers.run(listener), workers::stop);
  }

  /** Waits for the result; interrupting this thread ends the test early. */
  LoadResult await(LoadListener listener) {
    FutureTask<LoadResult> running = new FutureTask<>(test.apply(listener));
    Thread.ofPlatform().name("load").start(running);
    while (true) {
      try {
        return running.get();
      } catch (InterruptedException e) {
        stop.run();
      } catch (ExecutionException e) {
        throw e.getCause() instanceof RuntimeException cause
            ? cause
            : new IllegalStateException(e.getCause());
      }
    }
  }
}
