package tasktracker.load;

import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import tasktracker.load.recording.LatencyRecorder;

/**
 * Hands out arrivals when they are due, never before. It sleeps in between; whatever became due
 * meanwhile is handed out at once, each arrival with the time at which it was due.
 */
final class Dispatcher implements Runnable {
  private final ArrivalSchedule schedule;
  private final NanoClock clock;
  private final Supplier<Optional<Measurement>> measurement;
  private final LongConsumer arrivals;
  private final LatencyRecorder delays;
  private Optional<Measurement> announced = Optional.empty();
  private volatile boolean stopped;

  /**
   * A dispatcher to be run by a thread of its own.
   *
   * @param measurement empty until it is announced
   * @param arrivals is told when each arrival was due
   * @param delays how late arrivals of the measurement are handed out
   */
  Dispatcher(
      ArrivalSchedule schedule,
      NanoClock clock,
      Supplier<Optional<Measurement>> measurement,
      LongConsumer arrivals,
      LatencyRecorder delays) {
    this.schedule = schedule;
    this.clock = clock;
    this.measurement = measurement;
    this.arrivals = arrivals;
    this.delays = delays;
  }

  /** Hands out arrivals until the end of the measurement, or until stopped. */
  @Override
  public void run() {
    while (!stopped && !schedule.isOver()) {
      if (announced.isEmpty()) {
        announced = measurement.get();
        announced.ifPresent(schedule::measure);
      }
      long due = schedule.next();
      long late = clock.now() - due;
      if (late < 0) {
        clock.await(due);
      } else if (!schedule.isOver()) {
        schedule.advance();
        handOut(due, late);
      }
    }
  }

  private void handOut(long due, long late) {
    arrivals.accept(due);
    if (announced.isPresent() && announced.get().hasBegun(due)) {
      delays.add(late);
    }
  }

  void stop() {
    stopped = true;
  }
}
