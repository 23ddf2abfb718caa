package tasktracker.experiments.definition;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import tasktracker.error.UsageException;
import tasktracker.load.scenario.InputText;
import tasktracker.load.scenario.yaml.ScenarioFileException;
import tasktracker.load.worker.ScenarioSource;
import tasktracker.load.workload.Workload;

/**
 * Reads what users do: a scenario by its name or file, or one written out below the key {@code
 * workload}, in the keys of scenario files.
 */
final class WorkloadReader {
  static final String KEY = "workload";
  static final String SCENARIO = "scenario";

  private final ExperimentFile source;
  private final Path folder;

  WorkloadReader(ExperimentFile source) {
    this.source = source;
    this.folder = Path.of(source.folder());
  }

  ScenarioSource read(DefinitionSection top) {
    DefinitionSection workload = top.section(KEY, null).orElseThrow(() -> top.missing(KEY));
    ScenarioSource found =
        workload.has(SCENARIO)
            ? named(top.section(KEY, List.of(SCENARIO)).orElseThrow())
            : inline(workload);
    try {
      found.open();
    } catch (ScenarioFileException e) {
      throw new UsageException(e.getMessage(), e);
    }
    return found;
  }

  private ScenarioSource named(DefinitionSection workload) {
    String asked = workload.requiredText(SCENARIO);
    if (Workload.named(asked).isPresent()) {
      return new ScenarioSource.Named(asked, null);
    }
    Path file = workload.existing(SCENARIO, asked, folder);
    try {
      return new ScenarioSource.Yaml(
          file.toString(), InputText.read(file), file.toAbsolutePath().getParent().toString());
    } catch (IOException e) {
      throw workload.mistakeOf(SCENARIO, e.getMessage());
    }
  }

  /** The lines below the key, in their places, so that mistakes in them are found. */
  private ScenarioSource inline(DefinitionSection workload) {
    List<String> lines = source.text().lines().toList();
    int key =
        IntStream.range(0, lines.size())
            .filter(line -> lines.get(line).matches(KEY + "\\s*:\\s*(#.*)?"))
            .findFirst()
            .orElseThrow(() ->
                workload.mistake(
                    "write the requests below the key, each line indented, or name a scenario"));
    int end =
        IntStream.range(key + 1, lines.size())
            .filter(line -> lines.get(line).matches("[^\\s#].*"))
            .findFirst()
            .orElse(lines.size());
    String indented = "\n".repeat(key + 1) + String.join("\n", lines.subList(key + 1, end)) + "\n";
    return new ScenarioSource.Yaml(source.source(), indented, source.folder());
  }
}
