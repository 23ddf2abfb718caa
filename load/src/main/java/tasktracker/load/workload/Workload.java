package tasktracker.load.workload;

import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import tasktracker.load.scenario.Scenario;

/**
 * What the virtual users of an experiment do, and what can be known of it besides times: whether
 * what they wrote is still there, and whether others could still begin. Immutable. Workloads on the
 * class path are found by {@link ServiceLoader}; a scenario from a file is one too.
 */
public interface Workload {

  /** Its name, as {@code --scenario} takes it and results have it. */
  String name();

  /** What the users do. */
  Scenario scenario();

  /** How much each user keeps, such as 20 tasks; empty where there is no such size. */
  default Optional<Integer> workingSet() {
    return Optional.empty();
  }

  /**
   * The same with another working set.
   *
   * @throws IllegalArgumentException when it has none, or not of that size
   */
  default Workload withWorkingSet(int size) {
    throw new IllegalArgumentException("the scenario %s has no working set".formatted(name()));
  }

  /** The scenario of one run whose writes can be read back; empty where none can. */
  default Optional<AuditedScenario> audited() {
    return Optional.empty();
  }

  /** What one more user does beside the load, in no figure of it; empty for nothing. */
  default Optional<Scenario> probe() {
    return Optional.empty();
  }

  /** Nothing but a scenario. */
  static Workload of(Scenario scenario) {
    return new Workload() {
      @Override
      public String name() {
        return scenario.name();
      }

      @Override
      public Scenario scenario() {
        return scenario;
      }
    };
  }

  /** The workload of that name on the class path. */
  static Optional<Workload> named(String name) {
    return all().stream().filter(workload -> workload.name().equals(name)).findFirst();
  }

  /** All workloads on the class path; the first is used where nobody names one. */
  static List<Workload> all() {
    return ServiceLoader.load(Workload.class).stream().map(ServiceLoader.Provider::get).toList();
  }
}
