package tasktracker.load.scenario.yaml;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import tasktracker.load.model.ThinkTime;
import tasktracker.load.scenario.InputText;
import tasktracker.load.scenario.Scenario;
import tasktracker.load.scenario.UserContext;
import tasktracker.load.scenario.VirtualUser;
import tasktracker.load.workload.AuditedScenario;
import tasktracker.load.workload.Workload;

/**
 * A scenario written in YAML. All of it is checked and compiled when it is read; a request then
 * costs what one written in Java does. The format is in {@code docs/scenarios.md}.
 */
public final class YamlScenario implements Scenario, Workload {
  private final String name;
  private final Optional<ThinkTime> thinkTime;
  private final Optional<Path> dataFile;
  private final Definition definition;

  YamlScenario(
      String name, Optional<ThinkTime> thinkTime, Optional<Path> dataFile, Definition definition) {
    this.name = name;
    this.thinkTime = thinkTime;
    this.dataFile = dataFile;
    this.definition = definition;
  }

  /**
   * Reads a file.
   *
   * @throws ScenarioFileException with one line: file, line, key, and what would be right
   */
  public static YamlScenario read(Path file) {
    try {
      return parse(file.toString(), InputText.read(file), file.toAbsolutePath().getParent());
    } catch (IOException e) {
      throw new ScenarioFileException("scenario file " + e.getMessage(), e);
    }
  }

  /**
   * Reads text.
   *
   * @param source name of the text for messages, and of the scenario where it has none
   * @param folder where files that the text names are
   * @throws ScenarioFileException with one line: source, line, key, and what would be right
   */
  public static YamlScenario parse(String source, String text, Path folder) {
    return new ScenarioParser(source, text, folder, Optional.empty()).parse();
  }

  /**
   * Reads text without reading any file.
   *
   * @param source name of the text for messages, and of the scenario where it has none
   * @param data the text of its data file; not looked at where it names none
   * @throws ScenarioFileException with one line: source, line, key, and what would be right
   */
  public static YamlScenario parse(String source, String text, String data) {
    return new ScenarioParser(source, text, Path.of(""), Optional.of(data)).parse();
  }

  /**
   * The text of the data file that a scenario names; empty where it names none.
   *
   * @throws ScenarioFileException with one line: source, line, key, and what would be right
   */
  public static Optional<String> dataText(String source, String text, Path folder) {
    return new ScenarioParser(source, text, folder, Optional.empty()).dataText();
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Optional<ThinkTime> thinkTime() {
    return thinkTime;
  }

  /** The file whose rows the users take; empty where there is none. */
  public Optional<Path> dataFile() {
    return dataFile;
  }

  @Override
  public VirtualUser newUser(UserContext context) {
    return new YamlUser(definition, context, Optional.empty());
  }

  @Override
  public Scenario scenario() {
    return this;
  }

  @Override
  public Optional<AuditedScenario> audited() {
    return definition
        .readBack()
        .map(readBack -> new AuditedYamlScenario(this, definition, readBack));
  }
}
