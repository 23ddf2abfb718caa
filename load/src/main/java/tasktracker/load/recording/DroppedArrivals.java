package tasktracker.load.recording;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Counts dropped arrivals by the second in which they were due. Thread-safe. */
final class DroppedArrivals {
  private final Map<Long, Long> bySecond = new ConcurrentHashMap<>();

  void add(long second) {
    bySecond.merge(second, 1L, Long::sum);
  }

  long of(long second) {
    return bySecond.getOrDefault(second, 0L);
  }

  /** Those of a second and of all that follow. */
  long from(long second) {
    return bySecond.entrySet().stream()
        .filter(entry -> entry.getKey() >= second)
        .mapToLong(Map.Entry::getValue)
        .sum();
  }
}
