package tasktracker.load.watch;

import java.time.Duration;

/** From where on the generator casts doubt on a run, in one place. */
final class Thresholds {
  /** Mean share of its processors: beyond this, requests begin to queue in the generator. */
  static final double CPU_SUSPECT = 0.75;

  static final double CPU_INVALID = 0.95;

  /** p99 of the probe's delay, or a tenth of the measured p99 where that is more. */
  static final Duration DELAY_SUSPECT = Duration.ofMillis(5);

  static final double DELAY_SUSPECT_SHARE = 0.1;

  /** p99 of the probe's delay, or the measured p99 where that is more. */
  static final Duration DELAY_INVALID = Duration.ofMillis(50);

  /** Share of the time in which memory was collected: 1 % is what p99 leaves out. */
  static final double GC_SUSPECT = 0.01;

  static final double GC_INVALID = 0.05;

  /** A single standstill of this length shows in the maximum, and in p99 of its second. */
  static final Duration STANDSTILL_SUSPECT = Duration.ofMillis(250);

  /** Share of the arrivals that found no user. */
  static final double DROPPED_INVALID = 0.01;

  /** Residual of Little's law. */
  static final double RESIDUAL_SUSPECT = 0.1;

  static final double RESIDUAL_INVALID = 0.25;

  private Thresholds() {}
}
