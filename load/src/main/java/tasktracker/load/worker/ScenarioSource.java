package tasktracker.load.worker;

import java.nio.file.Path;
import tasktracker.load.scenario.Scenario;
import tasktracker.load.scenario.SingleRequest;
import tasktracker.load.scenario.yaml.ScenarioFileException;
import tasktracker.load.scenario.yaml.YamlScenario;
import tasktracker.load.workload.Workload;

/** A scenario in a form that can be sent to another process. */
public sealed interface ScenarioSource {

  /** Makes the scenario. */
  Scenario open();

  /** The scenario with what else is known of it. */
  default Workload workload() {
    return Workload.of(open());
  }

  /** The same with what it needs of files, so that nothing is read where it is opened. */
  default ScenarioSource withItsFiles() {
    return this;
  }

  /** The same request over and over. */
  record Single(String method, String path, String body, String contentType)
      implements ScenarioSource {
    @Override
    public Scenario open() {
      return new SingleRequest(method, path, body, contentType);
    }
  }

  /**
   * The text of a YAML file.
   *
   * @param name of the file, for messages
   * @param folder where a data file that it names is; null where {@code data} came along
   * @param data the text of that file, as another process must not read files of its own; null
   *     where it is still to be read
   */
  record Yaml(String name, String text, String folder, String data) implements ScenarioSource {
    /** A file that was read, whose data was not yet. */
    public Yaml(String name, String text, String folder) {
      this(name, text, folder, null);
    }

    /**
     * @throws ScenarioFileException when the text is no scenario
     */
    @Override
    public YamlScenario open() {
      return folder == null
          ? YamlScenario.parse(name, text, data == null ? "" : data)
          : YamlScenario.parse(name, text, Path.of(folder));
    }

    /**
     * @throws ScenarioFileException when the data cannot be read
     */
    @Override
    public Yaml withItsFiles() {
      return folder == null
          ? this
          : new Yaml(
              name, text, null, YamlScenario.dataText(name, text, Path.of(folder)).orElse(""));
    }

    @Override
    public Workload workload() {
      return open();
    }
  }

  /**
   * A workload on the class path.
   *
   * @param workingSet another one than usual, or null
   */
  record Named(String name, Integer workingSet) implements ScenarioSource {
    @Override
    public Scenario open() {
      return workload().scenario();
    }

    @Override
    public Workload workload() {
      Workload found =
          Workload.named(name)
              .orElseThrow(() -> new IllegalArgumentException("no scenario is called " + name));
      return workingSet == null ? found : found.withWorkingSet(workingSet);
    }
  }
}
