package tasktracker.load.worker;

import java.io.OutputStream;
import java.util.Locale;

/**
 * A generator that is told over its standard input what to do, and answers on its standard output.
 * It ends when its input does: nothing outlives the coordinator.
 */
public final class WorkerProcess {
  private WorkerProcess() {}

  /** Carries out one order. */
  public static void main(String[] arguments) throws InterruptedException {
    Locale.setDefault(Locale.Category.FORMAT, Locale.ROOT);
    OutputStream answers = System.out;
    // What a library may print must not get between the messages.
    System.setOut(System.err);
    new WorkerSession(System.in, answers).serve();
  }
}
