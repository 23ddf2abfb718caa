package tasktracker.stack.resource;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import tasktracker.results.Resources;

/** What one instance did from the first reading to the last. */
record UsageSeries(String name, List<Reading> readings) {

  Resources.Container toContainer() {
    List<Resources.Sample> samples = new ArrayList<>();
    for (int i = 1; i < readings.size(); i++) {
      samples.add(sample(readings.get(i - 1), readings.get(i)));
    }
    return new Resources.Container(name, samples, summary(samples));
  }

  /** What lies between the last two readings. */
  Resources.Sample latest() {
    return sample(readings.get(readings.size() - 2), readings.getLast());
  }

  private Resources.Sample sample(Reading before, Reading now) {
    Usage usage = now.usages().get(name);
    Double cpu = percent(increment(before, now, Usage::cpu), before, now);
    if (usage == null) {
      return new Resources.Sample(now.at(), name, cpu, null, null, null, null, null);
    }
    Long memory = usage.memory();
    Long limit = usage.memoryLimit();
    return new Resources.Sample(
        now.at(),
        name,
        cpu,
        memory,
        limit,
        memory == null || limit == null ? null : 100.0 * memory / limit,
        usage.received(),
        usage.sent());
  }

  private Resources.Summary summary(List<Resources.Sample> samples) {
    var memory =
        readings.stream()
            .map(reading -> reading.usages().get(name))
            .filter(Objects::nonNull)
            .map(Usage::memory)
            .filter(Objects::nonNull)
            .mapToLong(Long::longValue)
            .summaryStatistics();
    boolean known = memory.getCount() > 0;
    Duration throttled = sum(Usage::throttled);
    return new Resources.Summary(
        percent(sum(Usage::cpu), readings.getFirst(), readings.getLast()),
        samples.stream()
            .map(Resources.Sample::cpuPercent)
            .filter(Objects::nonNull)
            .max(Double::compare)
            .orElse(null),
        known ? memory.getAverage() : null,
        known ? (double) memory.getMax() : null,
        throttled == null ? null : throttled.toNanos() / 1e9);
  }

  /** Over the whole window; null when the instance did not run at its begin or its end. */
  private Duration sum(Function<Usage, Duration> counter) {
    List<Reading> present =
        readings.stream().filter(reading -> reading.usages().containsKey(name)).toList();
    if (!present.contains(readings.getFirst()) || !present.contains(readings.getLast())) {
      return null;
    }
    Duration sum = Duration.ZERO;
    for (int i = 1; i < present.size(); i++) {
      Duration increment = increment(present.get(i - 1), present.get(i), counter);
      if (increment == null) {
        return null;
      }
      sum = sum.plus(increment);
    }
    return sum;
  }

  /**
   * A counter of another process has begun anew in between, at zero, and so has one that fell where
   * nobody knows the process. What the earlier process used between the last reading and its end is
   * not known, and not counted. A counter of the same process falls where a child took what it used
   * along when it ended.
   */
  private Duration increment(Reading from, Reading to, Function<Usage, Duration> counter) {
    Usage before = from.usages().get(name);
    Usage after = to.usages().get(name);
    if (before == null || after == null || counter.apply(after) == null) {
      return null;
    }
    Duration increment = counter.apply(after).minus(counter.apply(before));
    boolean known = before.process() != 0 && after.process() != 0;
    boolean begunAnew = known ? before.process() != after.process() : increment.isNegative();
    if (begunAnew) {
      return counter.apply(after);
    }
    return increment.isNegative() ? Duration.ZERO : increment;
  }

  /** Percent of one vCPU. */
  private Double percent(Duration used, Reading from, Reading to) {
    return used == null ? null : 100.0 * used.toNanos() / nanos(from, to);
  }

  /** An engine may take seconds to answer, and tells itself when it read the counters. */
  private long nanos(Reading from, Reading to) {
    Usage before = from.usages().get(name);
    Usage after = to.usages().get(name);
    return before.read() == null || after.read() == null || !after.read().isAfter(before.read())
        ? to.nanos() - from.nanos()
        : Duration.between(before.read(), after.read()).toNanos();
  }
}
