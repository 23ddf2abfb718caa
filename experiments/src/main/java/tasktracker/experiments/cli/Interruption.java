package tasktracker.experiments.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Turns Ctrl-C and SIGTERM into the interruption of one thread, and gives that thread time to end
 * in good order before the process goes.
 */
final class Interruption implements AutoCloseable {
  private static final int SECONDS_TO_END = 60;

  private final Thread worker;
  private final CountDownLatch ended = new CountDownLatch(1);
  private final Thread hook = new Thread(this::interruptAndWait, "interruption");

  private Interruption(Thread worker) {
    this.worker = worker;
  }

  static Interruption ofThisThread() {
    Interruption interruption = new Interruption(Thread.currentThread());
    Runtime.getRuntime().addShutdownHook(interruption.hook);
    return interruption;
  }

  private void interruptAndWait() {
    worker.interrupt();
    try {
      ended.await(SECONDS_TO_END, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** The work is done, whether it was interrupted or not. */
  @Override
  public void close() {
    ended.countDown();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The process is ending, and this is what the hook waited for.
      return;
    }
  }
}
