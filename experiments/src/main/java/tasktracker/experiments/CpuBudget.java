package tasktracker.experiments;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;
import tasktracker.error.UsageException;
import tasktracker.results.Numbers;
import tasktracker.stack.docker.CpuQuota;

/**
 * The CPU that each architecture has for all of its instances together, and how it is held to it.
 *
 * @param cpus how many CPUs
 * @param kind what holds a stack to them
 * @param reason why containers are not held to them by a quota, or null
 */
public record CpuBudget(double cpus, Kind kind, String reason) {

  /** What holds a stack to its budget. */
  public enum Kind {
    /** CPU time on any processors; see {@link CpuQuota}. */
    QUOTA("CPU quota"),
    /** So many processors, whole ones. */
    SET("CPU set");

    private final String words;

    Kind(String words) {
      this.words = words;
    }

    /** The name as files and charts spell it. */
    @JsonValue
    @Override
    public String toString() {
      return words;
    }
  }

  /**
   * A quota for containers where their engine lets the lab set one, else a set of processors.
   *
   * @throws UsageException when it is a fraction that only a quota could be
   */
  static CpuBudget of(double cpus, RuntimeKind runtime) {
    if (!runtime.hasCpuQuotas()) {
      return new CpuBudget(cpus, Kind.SET, null);
    }
    Optional<String> obstacle = CpuQuota.obstacle();
    if (obstacle.isPresent() && cpus != Math.rint(cpus)) {
      throw new UsageException(
          "--cpu-budget %s: a fraction needs a CPU quota, but %s: use a whole number"
              .formatted(Numbers.cpus(cpus), obstacle.get()));
    }
    return new CpuBudget(cpus, obstacle.isPresent() ? Kind.SET : Kind.QUOTA, obstacle.orElse(null));
  }

  /** The quota, where it is one. */
  public Optional<Double> quota() {
    return Optional.of(cpus).filter(_ -> kind == Kind.QUOTA);
  }

  @Override
  public String toString() {
    return "%s %s in all for each architecture (%s%s)"
        .formatted(
            Numbers.cpus(cpus),
            cpus == 1 ? "CPU" : "CPUs",
            kind,
            reason == null ? "" : ", because " + reason);
  }
}
