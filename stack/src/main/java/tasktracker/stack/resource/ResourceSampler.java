package tasktracker.stack.resource;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import tasktracker.results.Resources;

/**
 * Samples the instances of a stack from {@link #start} to {@link #stop}. Averages of CPU come from
 * the counters, so they cover exactly that window whatever the interval; peaks come from the
 * readings in between. One use; {@code start} and {@code stop} from any thread, in this order.
 */
public final class ResourceSampler {
  private final UsageSource source;
  private final Duration interval;
  private final List<Reading> readings = new ArrayList<>();
  private Thread thread;
  private volatile List<Resources.Sample> latest = List.of();

  /**
   * A sampler that has not begun.
   *
   * @param interval time from one sample to the next
   */
  public ResourceSampler(UsageSource source, Duration interval) {
    this.source = source;
    this.interval = interval;
  }

  /** Takes the first reading and goes on in a thread of its own. */
  public void start() {
    readings.add(read());
    thread = Thread.ofPlatform().daemon().name("resource-sampler").start(this::sample);
  }

  /** Takes the last reading and returns what lies between it and the first. */
  public Resources stop() {
    Reading last = read();
    thread.interrupt();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    // The peak of an interval much shorter than the others would be that of the clock's grain.
    long tooClose = last.nanos() - interval.toNanos() / 2;
    readings.subList(1, readings.size()).removeIf(reading -> reading.nanos() >= tooClose);
    readings.add(last);
    Map<String, Resources.Container> containers = new LinkedHashMap<>();
    for (String name : source.instances()) {
      containers.put(name, new UsageSeries(name, readings).toContainer());
    }
    return Resources.of(containers);
  }

  /** What each instance used between the last two readings, from any thread; empty before. */
  public List<Resources.Sample> latest() {
    return latest;
  }

  private void sample() {
    long next = readings.getFirst().nanos() + interval.toNanos();
    while (!Thread.currentThread().isInterrupted()) {
      long wait = next - System.nanoTime();
      if (wait > 0) {
        LockSupport.parkNanos(wait);
        continue;
      }
      readings.add(read());
      List<Reading> last = readings.subList(readings.size() - 2, readings.size());
      latest =
          source.instances().stream().map(name -> new UsageSeries(name, last).latest()).toList();
      next += interval.toNanos();
    }
  }

  private Reading read() {
    Instant at = Instant.now();
    long nanos = System.nanoTime();
    return new Reading(at, nanos, source.read());
  }
}
