package tasktracker.experiments;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Collectors;
import tasktracker.error.UsageException;
import tasktracker.load.scenario.InputText;
import tasktracker.load.scenario.yaml.ScenarioFileException;
import tasktracker.load.worker.ScenarioSource;
import tasktracker.load.workload.Workload;

/** Finds workloads: those on the class path by their name, others by the path of a YAML file. */
public final class WorkloadCatalog {
  /** The scenario in which each system is asked for what it names itself, over and over. */
  public static final String OWN_REQUEST = "url";

  private WorkloadCatalog() {}

  /** Names of the workloads on the class path, for help and messages. */
  public static String names() {
    return Workload.all().stream().map(Workload::name).collect(Collectors.joining(", "));
  }

  /**
   * Where a workload comes from.
   *
   * @param scenario its name, or the path of a file; null for the usual one
   * @param workingSet how much each user keeps, or null for what is usual
   * @throws UsageException when there is none
   */
  public static ScenarioSource source(String scenario, Integer workingSet) {
    String asked = scenario == null ? usual() : scenario;
    return Workload.named(asked).isPresent()
        ? new ScenarioSource.Named(asked, workingSet)
        : file(asked, workingSet);
  }

  /**
   * Name of the workload where nobody asks for one.
   *
   * @throws UsageException when there is none on the class path
   */
  public static String usual() {
    return Workload.all().stream()
        .findFirst()
        .map(Workload::name)
        .orElseThrow(() -> new UsageException("--scenario is missing: name a .yaml file"));
  }

  /**
   * The workload of a source.
   *
   * @throws UsageException when its text or its working set cannot be used
   */
  public static Workload open(ScenarioSource source) {
    try {
      return source.workload();
    } catch (ScenarioFileException e) {
      throw new UsageException(e.getMessage(), e);
    } catch (IllegalArgumentException e) {
      throw new UsageException("--working-set: " + e.getMessage(), e);
    }
  }

  private static ScenarioSource file(String asked, Integer workingSet) {
    UsageException.unless(
        asked.endsWith(".yaml") || asked.endsWith(".yml"),
        "--scenario %s: use the path of a .yaml file, or %s",
        asked,
        names());
    UsageException.unless(
        workingSet == null, "--working-set goes with the scenario %s, not with a file", names());
    Path file = Path.of(asked);
    try {
      return new ScenarioSource.Yaml(
          asked, InputText.read(file), file.toAbsolutePath().getParent().toString());
    } catch (IOException e) {
      throw new UsageException("--scenario: " + e.getMessage(), e);
    }
  }
}
