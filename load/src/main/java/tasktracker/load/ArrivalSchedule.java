package tasktracker.load;

import java.time.Duration;
import java.util.SplittableRandom;
import tasktracker.load.model.ArrivalTimes;
import tasktracker.load.model.Arrivals;
import tasktracker.load.model.Arrivals.Constant;
import tasktracker.load.model.Arrivals.Ramp;

/**
 * When the arrivals of one generator are due: in ramp-up ever faster, in warm-up at the rate with
 * which they begin, then as the model says from the begin of the measurement to its end. For one
 * thread.
 */
final class ArrivalSchedule {
  private final Arrivals arrivals;
  private final LoadShare share;
  private final SplittableRandom random;

  private TimeCharts course;
  private Measurement measurement;
  private long next;

  /** The arrivals since a moment, of all generators together. */
  private record TimeCharts(long startNanos, ArrivalTimes times) {
    long next() {
      long offset = times.next();
      return startNanos + Math.min(offset, NanoClock.FAR_FUTURE_NANOS);
    }
  }

  /**
   * A schedule that begins with the ramp-up.
   *
   * @param rampUp time until the rate with which the arrivals begin is reached
   */
  ArrivalSchedule(Arrivals arrivals, Duration rampUp, long startNanos, LoadShare share, long seed) {
    this.arrivals = arrivals;
    this.share = share;
    this.random = RandomStreams.of(seed).arrivals();
    double rate = arrivals.rateAt(Duration.ZERO);
    if (rate > 0) {
      begin(startNanos, rehearsal(rate, rampUp));
    } else {
      next = startNanos + NanoClock.FAR_FUTURE_NANOS;
    }
  }

  long next() {
    return next;
  }

  /** Goes on to the arrival after the next. */
  void advance() {
    long following = next(share.of());
    if (measurement != null && !measurement.hasBegun(next) && measurement.hasBegun(following)) {
      begin(measurement.startNanos(), arrivals);
    } else {
      next = following;
    }
  }

  /** Lets the arrivals of the measurement follow those that are due before it. */
  void measure(Measurement planned) {
    measurement = planned;
    if (planned.hasBegun(next)) {
      begin(planned.startNanos(), arrivals);
    }
  }

  boolean isOver() {
    return measurement != null && measurement.isOver(next);
  }

  private void begin(long startNanos, Arrivals course) {
    this.course = new TimeCharts(startNanos, course.times(random.split()));
    next = next(share.index() + 1);
  }

  /** The n-th arrival from here; those of other generators are passed over. */
  private long next(int steps) {
    long due = course.next();
    for (int i = 1; i < steps; i++) {
      due = course.next();
    }
    return due;
  }

  private Arrivals rehearsal(double rate, Duration rampUp) {
    return rampUp.isZero()
        ? new Constant(rate, arrivals.spacing())
        : new Ramp(0, rate, rampUp, arrivals.spacing());
  }
}
