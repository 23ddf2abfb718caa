package tasktracker.experiments.cli;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BiFunction;
import tasktracker.load.LoadResult;
import tasktracker.load.scenario.Scenario;
import tasktracker.results.RunResult;
import tasktracker.stack.Stack;

/** What {@code load} loads. */
sealed interface LoadTarget permits UrlTarget, StackTarget {
  /** Scheme, host and port: where it answers, or where it is going to as far as that is known. */
  URI host();

  /**
   * Checks, before anything is written, that there is something to load.
   *
   * @param patience longest wait for a connection
   * @throws tasktracker.error.LabException naming what stands in the way
   */
  void requireReady(Duration patience);

  /**
   * Does something with the host, and with the stack where the lab has brought it up, while it
   * answers.
   *
   * @param training what its JVMs learn from, where they have not learned yet
   * @throws InterruptedException when this thread is interrupted before it does
   * @throws tasktracker.error.LabException when it never does
   */
  <T> T whileUp(Terminal terminal, Scenario training, BiFunction<URI, Optional<Stack>, T> use)
      throws InterruptedException;

  /** A load test of it, invalid where something of it broke meanwhile; asked while it is up. */
  default LoadResult judged(LoadResult load) {
    return load;
  }

  /** A load test of it as {@code results.json}. */
  RunResult result(LoadResult load, int workers);
}
