package tasktracker.load.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import tasktracker.load.recording.Latencies;

/**
 * What the generator saw of itself within one second of the measurement.
 *
 * @param start begin of the second
 * @param length one second, or what was left of the measurement
 * @param cpu processors that its process kept busy, 1 for one of them; empty where the system does
 *     not tell
 * @param cores processors that it may use
 * @param schedulingDelay how late a probe woke each time it slept, or would have slept during a
 *     standstill
 * @param releaseDelay how late arrivals of an open model were handed to their users
 * @param gcPauses time for which all users stood still while memory was collected
 * @param longestGcPause the longest of these pauses
 * @param littleResidual |N − X·(R+Z)| / N by Little's law: the share of the users' time that went
 *     neither into requests nor into think time. Empty where there is no think time to plan with:
 *     in open and paced models
 */
public record WatchedSecond(
    Instant start,
    Duration length,
    OptionalDouble cpu,
    int cores,
    Latencies schedulingDelay,
    Latencies releaseDelay,
    Duration gcPauses,
    Duration longestGcPause,
    OptionalDouble littleResidual) {

  WatchedSecond withLittleResidual(OptionalDouble residual) {
    return new WatchedSecond(
        start,
        length,
        cpu,
        cores,
        schedulingDelay,
        releaseDelay,
        gcPauses,
        longestGcPause,
        residual);
  }

  /**
   * The same second of another generator on the same machine beside this one: CPU adds up, of what
   * stood still the longer counts.
   */
  WatchedSecond plus(WatchedSecond other) {
    return new WatchedSecond(
        start,
        longer(length, other.length),
        cpu.isPresent() && other.cpu.isPresent()
            ? OptionalDouble.of(cpu.getAsDouble() + other.cpu.getAsDouble())
            : OptionalDouble.empty(),
        Math.max(cores, other.cores),
        schedulingDelay.plus(other.schedulingDelay),
        releaseDelay.plus(other.releaseDelay),
        longer(gcPauses, other.gcPauses),
        longer(longestGcPause, other.longestGcPause),
        larger(littleResidual, other.littleResidual));
  }

  /**
   * The same second of a generator on another machine beside this one: in each respect, what the
   * worse of both saw.
   */
  WatchedSecond besideOther(WatchedSecond other) {
    WatchedSecond busier = other.busy() > busy() ? other : this;
    return new WatchedSecond(
        start,
        longer(length, other.length),
        busier.cpu,
        busier.cores,
        later(schedulingDelay, other.schedulingDelay),
        later(releaseDelay, other.releaseDelay),
        longer(gcPauses, other.gcPauses),
        longer(longestGcPause, other.longestGcPause),
        larger(littleResidual, other.littleResidual));
  }

  private double busy() {
    return cpu.orElse(0) / cores;
  }

  private static Latencies later(Latencies one, Latencies other) {
    Duration ofOne = one.percentile(99).orElse(Duration.ZERO);
    Duration ofOther = other.percentile(99).orElse(Duration.ZERO);
    return ofOne.compareTo(ofOther) < 0 ? other : one;
  }

  static OptionalDouble larger(OptionalDouble one, OptionalDouble other) {
    return DoubleStream.concat(one.stream(), other.stream()).max();
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? other : one;
  }
}
