package tasktracker.experiments;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tasktracker.load.worker.ClockReading;
import tasktracker.load.worker.WorkerRecord;

/** What is known of the workers of a load test, as keys of {@code results.json}. */
public final class WorkerKeys {
  private WorkerKeys() {}

  /** Empty where no worker was on another host. */
  public static Map<String, Object> of(List<WorkerRecord> records) {
    if (records.stream().allMatch(WorkerRecord::isLocal)) {
      return Map.of();
    }
    Map<String, Object> keys = new LinkedHashMap<>();
    WorkerRecord.startSpread(records)
        .ifPresent(spread -> keys.put("start_spread_ms", millis(spread)));
    keys.put("generators", records.stream().map(record -> keys(record, records)).toList());
    return keys;
  }

  private static Map<String, Object> keys(WorkerRecord record, List<WorkerRecord> all) {
    Map<String, Object> keys = new LinkedHashMap<>();
    keys.put("name", record.name());
    keys.put("clock_ahead_ms", millis(record.before().ahead()));
    keys.put("round_trip_ms", millis(record.before().roundTrip()));
    keys.put(
        "clock_ahead_after_ms",
        record.after().map(ClockReading::ahead).map(WorkerKeys::millis).orElse(null));
    keys.put(
        "started_ms_after_first",
        record.began().map(at -> millis(Duration.between(first(all), at))).orElse(null));
    keys.put("lost", record.loss().orElse(null));
    return keys;
  }

  private static Instant first(List<WorkerRecord> records) {
    return records.stream()
        .flatMap(record -> record.began().stream())
        .sorted()
        .findFirst()
        .orElseThrow();
  }

  private static double millis(Duration time) {
    return time.toNanos() / 1e6;
  }
}
