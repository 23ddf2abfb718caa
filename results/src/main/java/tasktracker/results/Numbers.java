package tasktracker.results;

import java.time.Instant;

/** Numbers as the files of experiments have them. */
public final class Numbers {
  private Numbers() {}

  /** Returns the number, or {@code null} for a missing, NaN or infinite one. */
  static Double finite(Double number) {
    return number == null || !Double.isFinite(number) ? null : number;
  }

  /** A moment in seconds since 1970, with fractions. */
  public static double epoch(Instant moment) {
    return moment.getEpochSecond() + moment.getNano() / 1e9;
  }

  /** A number of CPUs as people write it: 2, or 1.5. */
  public static String cpus(double cpus) {
    return cpus == Math.rint(cpus) ? String.valueOf((long) cpus) : String.valueOf(cpus);
  }
}
