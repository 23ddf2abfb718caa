package tasktracker.stack;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import tasktracker.stack.fault.FaultSurface;
import tasktracker.stack.resource.UsageSource;

/** A running deployment of an architecture. Closing it takes down what it started. */
public interface Stack extends AutoCloseable {
  /** Longest wait of {@link #complaint}. */
  Duration HEALTH_TIMEOUT = Duration.ofSeconds(5);

  /** Name of the architecture. */
  String architecture();

  /** Where requests from outside go. */
  URI entry();

  /** The members that can be told apart and measured; empty where only the entry is known. */
  List<Instance> instances();

  /** Reads what the instances use; empty where nothing tells. */
  Optional<UsageSource> usage();

  /** What of it can be broken; empty for a stack that nobody here may break. */
  default Optional<FaultSurface> faults() {
    return Optional.empty();
  }

  /**
   * Deletes what its services have stored, while they go on: see {@link DataReset}. Nobody should
   * ask them for anything meanwhile.
   *
   * @return whether it did; false for data that is not the lab's to delete
   * @throws tasktracker.error.EnvironmentException when a database cannot be emptied
   */
  default boolean resetData() {
    return false;
  }

  /** The processors to which the lab confines it; empty where it does not. */
  default Optional<CpuSet> processors() {
    return Optional.empty();
  }

  /**
   * Lets it run on all processors for a time that is not measured, such as a warm-up: compilers get
   * done sooner then, and what they make is the same.
   *
   * @throws tasktracker.error.EnvironmentException when that cannot be done
   */
  default CpuLoan lendAllProcessors() {
    return CpuLoan.NONE;
  }

  /**
   * Each instance as it is now, at the cost of some reads in the operating system or one question
   * to the engine: nothing is sent to the instances. Empty for a stack that somebody else runs.
   */
  default List<InstanceCondition> conditions() {
    return List.of();
  }

  /**
   * Why nothing more should be asked of it now, such as {@code status 503}; empty where it is well.
   */
  default Optional<String> complaint() {
    return HealthProbe.ask(entry(), HEALTH_TIMEOUT).complaint();
  }

  /**
   * Why nothing more should be asked of one of its instances now; empty where it is well, or nobody
   * can tell.
   */
  default Optional<String> complaint(Instance instance) {
    return instance.port() == 0
        ? Optional.empty()
        : ServiceProbe.of(instance.kind(), instance.port()).health(HEALTH_TIMEOUT).complaint();
  }

  /** At most so many of the last lines that an instance wrote; none where nobody can tell. */
  default List<String> lastLines(String instance, int lines) {
    return List.of();
  }

  /** Takes down what this object started; does nothing the second time. */
  @Override
  void close();
}
