package tasktracker.stack.embedded;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Starts the processes of one folder, each marked with it. Where the system can do that, the kernel
 * ends them with this process, unless they are to outlive it. Thread-safe.
 *
 * @param mark what they carry
 * @param outlive whether they may outlive this process
 */
record ChildProcesses(StackMark mark, boolean outlive) {
  /**
   * One thread that lasts as long as this process: the kernel takes the end of the thread that
   * started a child for the end of its parent.
   */
  private static final ExecutorService STARTER =
      Executors.newSingleThreadExecutor(
          Thread.ofPlatform().daemon().name("process-starter").factory());

  /** Programs before a command that let the kernel send it this signal when this process ends. */
  List<String> prefix(Signal signal) {
    return outlive ? List.of() : CommandPrefix.endedWithParent(signal);
  }

  /** Starts a process. */
  Process start(ProcessBuilder builder) throws IOException {
    builder.environment().put(StackMark.VARIABLE, mark.toString());
    Future<Process> started = STARTER.submit(builder::start);
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return started.get();
        } catch (InterruptedException e) {
          // A process that nobody waits for would be one that nobody ends.
          interrupted = true;
        } catch (ExecutionException e) {
          throw e.getCause() instanceof IOException failure
              ? failure
              : new IOException(e.getCause());
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
