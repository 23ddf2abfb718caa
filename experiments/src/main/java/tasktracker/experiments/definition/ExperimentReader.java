package tasktracker.experiments.definition;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tasktracker.analysis.verdict.ServiceLevelObjective;
import tasktracker.load.worker.ScenarioSource;
import tasktracker.results.file.YamlFile;

/** Reads an experiment file from top to bottom, once. */
final class ExperimentReader {
  static final List<String> KEYS =
      List.of("name", "architectures", "workload", "load", "hooks", "faults", "slos", "cpu_budget");
  private static final String NAME = "[a-z0-9][a-z0-9_-]{0,39}";
  private static final int MOST_CPUS = 1024;

  private final ExperimentFile source;
  private final Path folder;

  ExperimentReader(ExperimentFile source) {
    this.source = source;
    this.folder = Path.of(source.folder());
  }

  ExperimentDefinition read() {
    YamlFile file = YamlFile.parse(source.source(), source.text());
    DefinitionSection top = DefinitionSection.of(file, KEYS);
    String name = top.requiredText("name");
    if (!name.matches(NAME)) {
      throw top.mistakeOf("name", "'%s' must be 1-40 of a-z, 0-9, - and _".formatted(name));
    }
    DefinitionSection architectures =
        top.section("architectures", null).orElseThrow(() -> top.missing("architectures"));
    List<SystemDefinition> systems = new SystemReader(folder).read(architectures);
    ScenarioSource workload = workload(top);
    LoadDefinition load = LoadReader.read(top, folder);
    if (load.untilSure() && systems.size() < 2) {
      throw architectures.mistake("until_sure needs two systems to compare");
    }
    return new ExperimentDefinition(
        name,
        systems,
        workload,
        load,
        HookReader.read(top, folder),
        FaultReader.read(top, systems),
        objective(top),
        cpuBudget(top, systems));
  }

  /** Another load generator has its own; then only faults need one of the lab. */
  private ScenarioSource workload(DefinitionSection top) {
    if (top.has(WorkloadReader.KEY)) {
      return new WorkloadReader(source).read(top);
    }
    if (!LoadReader.namesGenerator(top)) {
      throw top.missing(WorkloadReader.KEY);
    }
    if (top.has("faults")) {
      throw top.mistakeOf(
          "faults", "need a workload, also beside load.command: their load is that of the lab");
    }
    return null;
  }

  private static String objective(DefinitionSection top) {
    List<String> bounds = new ArrayList<>();
    for (String bound : top.texts("slos")) {
      try {
        ServiceLevelObjective.parse(bound);
      } catch (IllegalArgumentException e) {
        throw top.mistakeOf("slos", e.getMessage());
      }
      bounds.add(bound);
    }
    return bounds.isEmpty() ? null : String.join("; ", bounds);
  }

  private static Double cpuBudget(DefinitionSection top, List<SystemDefinition> systems) {
    Integer cpus = top.integer("cpu_budget", 1, MOST_CPUS).orElse(null);
    if (cpus == null) {
      return null;
    }
    systems.stream()
        .filter(SystemDefinition::runsElsewhere)
        .findFirst()
        .ifPresent(system -> {
          throw top.mistakeOf(
              "cpu_budget",
              "%s is run by somebody else, whose CPUs are not the lab's to give"
                  .formatted(system.name()));
        });
    return cpus.doubleValue();
  }
}
