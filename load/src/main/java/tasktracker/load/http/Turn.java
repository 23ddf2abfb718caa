package tasktracker.load.http;

import java.io.IOException;

/**
 * Lets other users run between a request and its response. A read that comes too early costs three
 * system calls more; where users queue for the processor, the response is there when it is this
 * one's turn again. Where it is not, nobody queued, and this waits some requests before it yields
 * again.
 */
final class Turn {
  /** A read that waits for the server takes longer. */
  private static final long PROMPT_NANOS = 10_000;

  private static final int REQUESTS_WITHOUT_YIELD = 15;

  private int requestsWithoutYield;

  // Only a hint is wanted: nothing goes wrong where the scheduler does not follow it.
  @SuppressWarnings("ThreadPriorityCheck")
  void await(ResponseReader reader) throws IOException {
    if (requestsWithoutYield > 0) {
      requestsWithoutYield--;
      return;
    }
    Thread.yield();
    long start = System.nanoTime();
    reader.fill();
    if (System.nanoTime() - start > PROMPT_NANOS) {
      requestsWithoutYield = REQUESTS_WITHOUT_YIELD;
    }
  }
}
