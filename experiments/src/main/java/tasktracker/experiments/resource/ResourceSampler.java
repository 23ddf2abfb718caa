package tasktracker.experiments.resource;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import tasktracker.experiments.result.Resources;

/**
 * Samples process trees from {@link #start} to {@link #stop}. Averages of CPU come from the first
 * and the last reading of the counters, so they cover exactly that window whatever the interval;
 * peaks come from the readings in between. One use; {@code start} and {@code stop} from any thread,
 * in this order.
 */
public final class ResourceSampler {
  private final Map<String, Long> roots;
  private final Duration interval;
  private final ProcessTable table;
  private final long memoryLimit;
  private final List<Reading> readings = new ArrayList<>();
  private Thread thread;

  /**
   * A sampler that has not begun.
   *
   * @param roots name of each instance and its process id
   * @param interval time from one sample to the next
   * @param memoryLimit bytes that each instance may use at most
   */
  public ResourceSampler(
      Map<String, Long> roots, Duration interval, ProcessTable table, long memoryLimit) {
    this.roots = new LinkedHashMap<>(roots);
    this.interval = interval;
    this.table = table;
    this.memoryLimit = memoryLimit;
  }

  /** All counters at one moment. */
  private record Reading(Instant at, long nanos, Map<Long, Duration> cpu, Map<Long, Long> memory) {}

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
    readings.removeIf(reading -> reading.nanos() >= last.nanos());
    readings.add(last);
    Map<String, Resources.Container> containers = new LinkedHashMap<>();
    roots.forEach((name, pid) -> containers.put(name, container(name, pid)));
    return Resources.of(containers);
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
      next += interval.toNanos();
    }
  }

  private Reading read() {
    Instant at = Instant.now();
    long nanos = System.nanoTime();
    Map<Long, Duration> cpu = table.cpuTime(roots.values());
    return new Reading(at, nanos, cpu, table.memory(roots.values()));
  }

  private Resources.Container container(String name, Long pid) {
    List<Resources.Sample> samples = new ArrayList<>();
    for (int i = 1; i < readings.size(); i++) {
      Reading reading = readings.get(i);
      Long memory = reading.memory().get(pid);
      samples.add(
          new Resources.Sample(
              reading.at(),
              name,
              cpuPercent(readings.get(i - 1), reading, pid),
              memory,
              memoryLimit,
              memory == null ? null : 100.0 * memory / memoryLimit,
              null,
              null));
    }
    return new Resources.Container(name, samples, summary(samples, pid));
  }

  private Resources.Summary summary(List<Resources.Sample> samples, Long pid) {
    var cpu = samples.stream().filter(sample -> sample.cpuPercent() != null);
    var memory =
        readings.stream()
            .map(reading -> reading.memory().get(pid))
            .filter(bytes -> bytes != null)
            .mapToLong(Long::longValue)
            .summaryStatistics();
    boolean known = memory.getCount() > 0;
    return new Resources.Summary(
        cpuPercent(readings.getFirst(), readings.getLast(), pid),
        cpu.map(Resources.Sample::cpuPercent).max(Double::compare).orElse(null),
        known ? memory.getAverage() : null,
        known ? (double) memory.getMax() : null);
  }

  /** Percent of one vCPU between two readings; null when the process was gone at either. */
  private static Double cpuPercent(Reading from, Reading to, Long pid) {
    Duration before = from.cpu().get(pid);
    Duration after = to.cpu().get(pid);
    if (before == null || after == null) {
      return null;
    }
    return 100.0 * (after.toNanos() - before.toNanos()) / (to.nanos() - from.nanos());
  }
}
