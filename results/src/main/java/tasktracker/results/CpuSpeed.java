package tasktracker.results;

/**
 * How fast processors were: rounds of a fixed piece of work that a thread does in a microsecond of
 * its CPU time; {@code cpu_speed} of a run. Only ratios of it mean anything, on one machine.
 *
 * @param mean over the whole time
 * @param lowest of the single looks
 * @param highest likewise
 */
public record CpuSpeed(double mean, double lowest, double highest) {
  /** The key of a run. */
  public static final String KEY = "cpu_speed";

  /** The mean that a run holds; null where nobody looked. */
  public static Double meanOf(RunResult run) {
    return run.addition(KEY, CpuSpeed.class)
        .map(CpuSpeed::mean)
        .filter(mean -> mean > 0 && Double.isFinite(mean))
        .orElse(null);
  }
}
