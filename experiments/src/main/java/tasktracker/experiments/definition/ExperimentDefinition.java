package tasktracker.experiments.definition;

import java.util.List;
import tasktracker.load.worker.ScenarioSource;

/**
 * An experiment as its user describes it.
 *
 * @param name short name, for folders
 * @param systems what is compared
 * @param workload what users do; null where another load generator has that in its script
 * @param load how much of it
 * @param hooks what is run around the measurements
 * @param faults what is broken after them
 * @param objective service-level objective, such as {@code p95<200ms}, or null
 * @param cpuBudget how many CPUs each system has, or null
 */
public record ExperimentDefinition(
    String name,
    List<SystemDefinition> systems,
    ScenarioSource workload,
    LoadDefinition load,
    Hooks hooks,
    List<FaultDefinition> faults,
    String objective,
    Double cpuBudget) {

  /** Copies the lists. */
  public ExperimentDefinition {
    systems = List.copyOf(systems);
    faults = List.copyOf(faults);
  }

  /** Names of the systems in the order of the file. */
  public List<String> names() {
    return systems.stream().map(SystemDefinition::name).toList();
  }
}
