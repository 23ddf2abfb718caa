package tasktracker.experiments.draft;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.StringNode;

/**
 * A scenario to edit, as a YAML file of the lab.
 *
 * @param name of the scenario
 * @param remarks lines for whoever edits it, at the top of the file
 * @param thinkTime between two tasks
 * @param headers sent with every request
 * @param variables by name
 * @param tasks what users do, by weight
 */
public record ScenarioDraft(
    String name,
    List<String> remarks,
    String thinkTime,
    Map<String, String> headers,
    Map<String, String> variables,
    List<Task> tasks) {

  /** What stands for a value that the file it was made of must not tell, or does not know. */
  static final String TO_FILL_IN = "CHANGE-ME";

  /** In front of a placeholder in a JSON tree that stands for a number. */
  private static final String NUMBER = "\u0001";

  private static final Pattern NUMBERS = Pattern.compile("\"\\\\u0001(\\$\\{[^}\"]+})\"");

  /** A placeholder in a JSON tree that stands for a number. */
  static JsonNode number(String placeholder) {
    return StringNode.valueOf(NUMBER + placeholder);
  }

  /**
   * A task.
   *
   * @param weight how often it is drawn
   * @param requests one after the other
   */
  record Task(int weight, List<DraftRequest> requests) {}

  /** The text of the file. Every text in it is quoted, so none can be taken for anything else. */
  public String toYaml() {
    StringBuilder yaml = new StringBuilder();
    for (String remark : remarks) {
      yaml.append("# ").append(remark.replaceAll("\\p{Cntrl}", " ")).append('\n');
    }
    yaml.append("name: ").append(quoted(name)).append('\n');
    yaml.append("think_time: ").append(thinkTime).append('\n');
    section("headers", headers, yaml);
    section("variables", variables, yaml);
    yaml.append("tasks:\n");
    for (Task task : tasks) {
      yaml.append("  - weight: ").append(task.weight()).append('\n');
      yaml.append("    requests:\n");
      task.requests().forEach(request -> add(request, yaml));
    }
    return yaml.toString();
  }

  private static void section(String key, Map<String, String> values, StringBuilder yaml) {
    if (!values.isEmpty()) {
      yaml.append(key).append(":\n");
      values.forEach((name, value) ->
          yaml.append("  ").append(quoted(name)).append(": ").append(quoted(value)).append('\n'));
    }
  }

  private static void add(DraftRequest request, StringBuilder yaml) {
    yaml.append("      - name: ").append(quoted(request.name())).append('\n');
    if (!request.method().equals("GET")) {
      key("method", quoted(request.method()), yaml);
    }
    key("path", quoted(request.path()), yaml);
    if (!request.headers().isEmpty()) {
      key("headers", flow(request.headers()), yaml);
    }
    request
        .body()
        .ifPresent(body -> {
          switch (body) {
            case DraftRequest.Body.Json json -> key("json", json(json.tree()), yaml);
            case DraftRequest.Body.Form form -> key("form", flow(form.fields()), yaml);
            case DraftRequest.Body.Text text -> {
              key("body", quoted(text.text()), yaml);
              key("content_type", quoted(text.type()), yaml);
            }
          }
        });
    request.expected().ifPresent(status -> key("expect", String.valueOf(status), yaml));
    if (!request.captures().isEmpty()) {
      yaml.append("        capture:\n");
      request
          .captures()
          .forEach((variable, captured) ->
              yaml.append("          ")
                  .append(variable)
                  .append(": { ")
                  .append(captured.kind())
                  .append(": ")
                  .append(quoted(captured.place()))
                  .append(
                      captured.pattern().map(pattern -> ", regex: " + quoted(pattern)).orElse(""))
                  .append(" }\n"));
    }
  }

  /** As a tree, or as text where a placeholder stands for a number. */
  private static String json(JsonNode tree) {
    String text = tree.toString();
    String withNumbers = NUMBERS.matcher(text).replaceAll("$1");
    return withNumbers.equals(text) && !tree.isString() ? text : quoted(withNumbers);
  }

  private static void key(String name, String value, StringBuilder yaml) {
    yaml.append("        ").append(name).append(": ").append(value).append('\n');
  }

  private static String flow(Map<String, String> values) {
    return JsonMapper.shared().valueToTree(values).toString();
  }

  /** JSON's quotes are YAML's too. */
  private static String quoted(String text) {
    return StringNode.valueOf(text).toString();
  }
}
