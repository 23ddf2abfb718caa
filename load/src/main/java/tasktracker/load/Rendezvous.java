package tasktracker.load;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Lets several load tests of this process begin their phases at the same moment, so that the n-th
 * second of one is the n-th of all. Thread-safe.
 */
public final class Rendezvous implements Coordination {
  /** From the agreement to the moment agreed on: enough for a thread to wake. */
  private static final Duration NOTICE = Duration.ofMillis(50);

  private final int tests;
  private final Map<Phase, List<Instant>> ready = new EnumMap<>(Phase.class);

  /** For this number of load tests. */
  public Rendezvous(int tests) {
    this.tests = tests;
  }

  @Override
  public synchronized Instant agree(Phase phase, Instant earliest) throws InterruptedException {
    List<Instant> moments = ready.computeIfAbsent(phase, _ -> new ArrayList<>());
    moments.add(earliest.plus(NOTICE));
    notifyAll();
    while (moments.size() < tests) {
      wait();
    }
    return Collections.max(moments);
  }
}
