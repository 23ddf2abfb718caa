package tasktracker.load.scenario.yaml;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tasktracker.load.scenario.yaml.Node.Scalar;

/** Reads a scenario file from top to bottom, once. */
final class ScenarioParser {
  private static final List<String> KEYS =
      List.of(
          "name",
          "think_time",
          "headers",
          "data",
          "variables",
          "set_up",
          "on_start",
          "tasks",
          "read_back");
  private static final List<String> OF_A_TASK = List.of("weight", "think_time", "variables");
  private static final List<String> SINGLE_REQUEST =
      Stream.concat(OF_A_TASK.stream(), RequestParser.KEYS.stream()).toList();
  private static final List<String> SEVERAL_REQUESTS =
      Stream.concat(OF_A_TASK.stream(), Stream.of("requests")).toList();
  private static final int HEAVIEST = 1_000_000;

  private final Variables variables = new Variables();
  private final String source;
  private final Path folder;
  private final Optional<String> given;
  private final YamlSection top;
  private final Optional<ReadBackParser> readBack;
  private final RequestParser requests;

  /**
   * @param folder where files that the text names are
   * @param given the text of the data file, if it need not be read
   */
  ScenarioParser(String source, String text, Path folder, Optional<String> given) {
    this.source = source;
    this.folder = folder;
    this.given = given;
    this.top = YamlSection.of(NodeReader.read(source, text), KEYS);
    this.readBack = ReadBackParser.of(top);
    this.requests = new RequestParser(variables, readBack.map(ReadBackParser::parts));
  }

  /** The text of the data file, from the file if it was not given; empty where none is named. */
  Optional<String> dataText() {
    return top.text("data").map(file -> given.orElseGet(() -> DataFile.text(folder, file)));
  }

  YamlScenario parse() {
    Optional<Scalar> dataFile = top.text("data");
    Optional<String> text = dataText();
    List<Map<Integer, String>> data =
        dataFile
            .map(file -> DataFile.rows(folder, file, text.orElseThrow(), variables))
            .orElse(List.of());
    Map<Integer, Template> values = variables(top, variables::requireDefinedBefore);
    List<RequestTemplate> setUp = sequence(top.items("set_up"));
    List<RequestTemplate> onStart = sequence(top.items("on_start"));
    List<YamlTask> tasks = top.items("tasks").stream().map(this::task).toList();
    if (tasks.isEmpty()) {
      throw top.place().mistake("a scenario needs \"tasks:\", a list of what users do");
    }
    RequestParser.requireNoContentType(top);
    StandingHeaders headers = new StandingHeaders(requests.standingHeaders(top));
    variables.requireDefined();
    Optional<ReadBackTemplate> reading = readBack.map(each -> each.parse(requests, variables));
    variables.requireDefined();
    return new YamlScenario(
        top.text("name").map(Scalar::text).orElse(nameOf(source)),
        top.thinkTime(),
        dataFile.map(file -> folder.resolve(file.text())),
        new Definition(variables.count(), data, values, headers, setUp, onStart, tasks, reading));
  }

  private Map<Integer, Template> variables(YamlSection section, Runnable afterEach) {
    Map<Integer, Template> values = new LinkedHashMap<>();
    section
        .values("variables")
        .forEach((name, node) -> {
          Template template = requests.template(YamlSection.scalar(node), Escaping.NONE);
          afterEach.run();
          values.put(variables.define(name, node.place()), template);
        });
    return values;
  }

  /** Each request may use what those before it captured. */
  private List<RequestTemplate> sequence(List<Node> nodes) {
    List<RequestTemplate> sequence = new ArrayList<>();
    for (Node node : nodes) {
      sequence.add(requests.parse(YamlSection.of(node, RequestParser.KEYS)));
      variables.requireDefinedBefore();
    }
    return List.copyOf(sequence);
  }

  /** A task may use what any other captures: at run time it waits until that has happened. */
  private YamlTask task(Node node) {
    boolean several = YamlSection.mapping(node).values().containsKey("requests");
    YamlSection task = YamlSection.of(node, several ? SEVERAL_REQUESTS : SINGLE_REQUEST);
    return new YamlTask(
        task.integer("weight", 1, HEAVIEST).orElse(1),
        task.thinkTime().orElse(null),
        variables(task, () -> {}),
        several
            ? task.items("requests").stream()
                .map(each -> requests.parse(YamlSection.of(each, RequestParser.KEYS)))
                .toList()
            : List.of(requests.parse(task)));
  }

  private static String nameOf(String source) {
    return Path.of(source).getFileName().toString().replaceFirst("\\.ya?ml$", "");
  }
}
