package tasktracker.experiments.resource;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import tasktracker.experiments.result.Resources;

/**
 * Samples process trees from {@link #start} to {@link #stop}. Averages of CPU come from cumulative
 * counters between the first and the last reading, so they cover exactly that window whatever the
 * interval; peaks come from the readings in between. An instance that is started anew goes on under
 * its name: what its earlier process used between the last reading and its end is not known, and
 * not counted. One use; {@code start} and {@code stop} from any thread, in this order.
 */
public final class ResourceSampler {
  private final Supplier<Map<String, Long>> roots;
  private final Duration interval;
  private final ProcessTable table;
  private final long memoryLimit;
  private final List<Reading> readings = new ArrayList<>();
  private Thread thread;

  /**
   * A sampler that has not begun.
   *
   * @param roots name of each instance and its process id at the moment
   * @param interval time from one sample to the next
   * @param memoryLimit bytes that each instance may use at most
   */
  public ResourceSampler(
      Supplier<Map<String, Long>> roots, Duration interval, ProcessTable table, long memoryLimit) {
    this.roots = roots;
    this.interval = interval;
    this.table = table;
    this.memoryLimit = memoryLimit;
  }

  /** All counters at one moment. */
  private record Reading(
      Instant at,
      long nanos,
      Map<String, Long> roots,
      Map<Long, Duration> cpuTimes,
      Map<Long, Long> memories) {

    Duration cpu(String name) {
      return cpuTimes.get(roots.get(name));
    }

    Long memory(String name) {
      return memories.get(roots.get(name));
    }

    /** CPU time since an earlier reading; null where one of the two has none. */
    Duration cpuSince(Reading earlier, String name) {
      Duration now = cpu(name);
      if (now == null) {
        return null;
      }
      if (!roots.get(name).equals(earlier.roots.get(name))) {
        return now;
      }
      Duration before = earlier.cpu(name);
      return before == null ? null : now.minus(before);
    }
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
    readings.removeIf(reading -> reading.nanos() >= last.nanos());
    readings.add(last);
    Map<String, Resources.Container> containers = new LinkedHashMap<>();
    last.roots().keySet().forEach(name -> containers.put(name, container(name)));
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
    Map<String, Long> pids = roots.get();
    Instant at = Instant.now();
    long nanos = System.nanoTime();
    Map<Long, Duration> cpu = table.cpuTime(pids.values());
    return new Reading(at, nanos, pids, cpu, table.memory(pids.values()));
  }

  private Resources.Container container(String name) {
    List<Resources.Sample> samples = new ArrayList<>();
    Duration used = Duration.ZERO;
    for (int i = 1; i < readings.size(); i++) {
      Reading before = readings.get(i - 1);
      Reading reading = readings.get(i);
      Duration cpu = reading.cpuSince(before, name);
      used = cpu == null ? used : used.plus(cpu);
      Long memory = reading.memory(name);
      samples.add(
          new Resources.Sample(
              reading.at(),
              name,
              percent(cpu, before, reading),
              memory,
              memoryLimit,
              memory == null ? null : 100.0 * memory / memoryLimit,
              null,
              null));
    }
    return new Resources.Container(name, samples, summary(name, samples, used));
  }

  private Resources.Summary summary(String name, List<Resources.Sample> samples, Duration used) {
    Reading first = readings.getFirst();
    Reading last = readings.getLast();
    boolean there = first.cpu(name) != null && last.cpu(name) != null;
    var cpu = samples.stream().filter(sample -> sample.cpuPercent() != null);
    var memory =
        readings.stream()
            .map(reading -> reading.memory(name))
            .filter(bytes -> bytes != null)
            .mapToLong(Long::longValue)
            .summaryStatistics();
    boolean known = memory.getCount() > 0;
    return new Resources.Summary(
        percent(there ? used : null, first, last),
        cpu.map(Resources.Sample::cpuPercent).max(Double::compare).orElse(null),
        known ? memory.getAverage() : null,
        known ? (double) memory.getMax() : null);
  }

  /** Percent of one vCPU between two readings; null when the time used is not known. */
  private static Double percent(Duration used, Reading from, Reading to) {
    return used == null ? null : 100.0 * used.toNanos() / (to.nanos() - from.nanos());
  }
}
