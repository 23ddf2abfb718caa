package tasktracker.experiments.draft;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tasktracker.error.UsageException;
import tasktracker.results.file.TextFile;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * A draft of a scenario from a description of an API: OpenAPI 3.0 and 3.1, or Swagger 2.0, in YAML
 * or JSON. Each operation becomes a task of its own; one that makes a thing takes those on it
 * along, with its id as a capture.
 */
public final class OpenApiDraft {
  private static final int MOST_OPERATIONS = 500;
  private static final int WEIGHT_OF_READING = 5;
  private static final List<String> METHODS =
      List.of("get", "head", "post", "put", "patch", "delete");

  /** In which order a thing is used. */
  private static final List<String> LIFE = List.of("GET", "HEAD", "PUT", "PATCH", "POST", "DELETE");

  private static final Pattern PARAMETER = Pattern.compile("\\{([^/{}]+)}");
  private static final Set<String> OTHER_HEADERS =
      Set.of("accept", "content-type", "authorization");

  private final String source;
  private final JsonNode api;
  private final DraftVariables variables = new DraftVariables();
  private final SchemaSample samples;
  private final Map<String, String> secured = new LinkedHashMap<>();

  private OpenApiDraft(String source, JsonNode api) {
    this.source = source;
    this.api = api;
    this.samples = new SchemaSample(api, variables);
  }

  /**
   * Reads a description.
   *
   * @throws UsageException with one line: the file, what is wrong with it, and what would be right
   */
  public static ScenarioDraft read(Path file) {
    JsonNode api;
    try {
      // JSON is YAML.
      api = YAMLMapper.shared().readTree(TextFile.read(file));
    } catch (JacksonException e) {
      throw new UsageException(
          "%s: neither YAML nor JSON: use an OpenAPI description".formatted(file), e);
    }
    return new OpenApiDraft(file.toString(), api).draft(file);
  }

  /** An operation on a path. */
  private record Operation(String path, String method, JsonNode item, JsonNode node) {}

  private ScenarioDraft draft(Path file) {
    UsageException.unless(
        api.has("openapi") || api.has("swagger"),
        "%s: it has no key openapi: use an OpenAPI 3 or Swagger 2 description",
        source);
    List<Operation> operations = operations();
    UsageException.unless(
        !operations.isEmpty(), "%s: it describes no operations under paths", source);
    secure();
    List<ScenarioDraft.Task> tasks = new ArrayList<>();
    List<Operation> left = new ArrayList<>(operations);
    for (Operation making : operations) {
      if (left.contains(making)) {
        List<Operation> life = life(making, left);
        if (life.size() > 1) {
          left.removeAll(life);
          tasks.add(new ScenarioDraft.Task(1, chain(life)));
        }
      }
    }
    for (Operation operation : left) {
      tasks.add(
          new ScenarioDraft.Task(
              operation.method().equals("GET") ? WEIGHT_OF_READING : 1,
              List.of(request(operation, Map.of()))));
    }
    return new ScenarioDraft(
        api.path("info").path("title").asString(file.getFileName().toString()),
        remarks(file, operations),
        "1s",
        secured,
        variables.values(),
        tasks);
  }

  private List<Operation> operations() {
    List<Operation> operations = new ArrayList<>();
    for (Map.Entry<String, JsonNode> path : api.path("paths").properties()) {
      JsonNode item = samples.resolved(path.getValue());
      for (String method : METHODS) {
        if (item.path(method).isObject() && operations.size() < MOST_OPERATIONS) {
          operations.add(
              new Operation(
                  path.getKey(), method.toUpperCase(Locale.ROOT), item, item.path(method)));
        }
      }
    }
    return operations;
  }

  private List<String> remarks(Path file, List<Operation> operations) {
    List<String> remarks = new ArrayList<>();
    remarks.add("A draft from %s: look through it, then try it:".formatted(file.getFileName()));
    remarks.add("  ./tasktracker load %s --scenario FILE -u 1 -t 5s".formatted(server()));
    remarks.add("Weights and values are guesses. Paths begin with " + base() + "/");
    if (!variables.toFillIn().isEmpty()) {
      remarks.add("Fill in: " + String.join(", ", variables.toFillIn()));
    }
    if (operations.size() == MOST_OPERATIONS) {
      remarks.add("Only the first %d operations".formatted(MOST_OPERATIONS));
    }
    return remarks;
  }

  private String server() {
    String url = api.path("servers").path(0).path("url").asString("");
    Matcher host = Pattern.compile("https?://[^/{}\\s]+").matcher(url);
    if (host.lookingAt()) {
      return host.group();
    }
    return api.has("host")
        ? api.path("schemes").path(0).asString("http") + "://" + api.path("host").asString()
        : "http://localhost:8080";
  }

  private String base() {
    String url =
        api.has("swagger")
            ? api.path("basePath").asString("")
            : defaults(api.path("servers").path(0)).replaceFirst("^https?://[^/]*", "");
    return url.replaceFirst("/+$", "");
  }

  /** The URL of a server with the defaults of its variables. */
  private static String defaults(JsonNode server) {
    String url = server.path("url").asString("");
    for (Map.Entry<String, JsonNode> variable : server.path("variables").properties()) {
      url =
          url.replace(
              "{" + variable.getKey() + "}", variable.getValue().path("default").asString(""));
    }
    return url;
  }

  /** An operation that makes a thing, and those on the thing that it made. */
  private List<Operation> life(Operation making, List<Operation> left) {
    if (!making.method().equals("POST") || idOf(making).isEmpty()) {
      return List.of();
    }
    List<Operation> life = new ArrayList<>(List.of(making));
    Pattern thing =
        Pattern.compile(Pattern.quote(making.path().replaceFirst("/$", "")) + "/\\{[^/{}]+}/?");
    left.stream()
        .filter(each -> thing.matcher(each.path()).matches())
        .sorted((one, other) -> LIFE.indexOf(one.method()) - LIFE.indexOf(other.method()))
        .forEach(life::add);
    return life;
  }

  private List<DraftRequest> chain(List<Operation> life) {
    Operation making = life.getFirst();
    DraftRequest made = request(making, Map.of());
    String variable = variables.ofCapture(idOf(making).orElseThrow());
    made.captures()
        .put(
            variable,
            new DraftRequest.Captured("json", "/" + idOf(making).orElseThrow(), Optional.empty()));
    List<DraftRequest> chain = new ArrayList<>(List.of(made));
    life.stream()
        .skip(1)
        .map(each -> {
          Matcher parameter = PARAMETER.matcher(each.path());
          String last = "";
          while (parameter.find()) {
            last = parameter.group(1);
          }
          return request(each, Map.of(last, DraftVariables.placeholder(variable)));
        })
        .forEach(chain::add);
    return chain;
  }

  /** The property of an answer that names what was made. */
  private Optional<String> idOf(Operation making) {
    JsonNode schema = samples.resolved(answerSchema(making));
    return Stream.of("id", "uuid", "key", "_id")
        .filter(name -> hasProperty(schema, name))
        .findFirst();
  }

  private boolean hasProperty(JsonNode schema, String name) {
    return schema.path("properties").has(name)
        || schema
            .path("allOf")
            .valueStream()
            .map(samples::resolved)
            .anyMatch(part -> part.path("properties").has(name));
  }

  private JsonNode answerSchema(Operation operation) {
    JsonNode answer =
        samples.resolved(
            operation.node().path("responses").path(String.valueOf(expected(operation).orElse(0))));
    return answer.has("schema")
        ? answer.path("schema")
        : json(answer.path("content")).path("schema");
  }

  private static JsonNode json(JsonNode content) {
    return content.properties().stream()
        .filter(each -> each.getKey().contains("json"))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(content.path("application/json"));
  }

  private static Optional<Integer> expected(Operation operation) {
    return operation.node().path("responses").propertyNames().stream()
        .filter(code -> code.matches("2\\d\\d"))
        .map(Integer::valueOf)
        .min(Integer::compare);
  }

  private DraftRequest request(Operation operation, Map<String, String> known) {
    Map<String, String> path = new LinkedHashMap<>(known);
    List<String> query = new ArrayList<>();
    Map<String, String> headers = new LinkedHashMap<>();
    Map<String, String> form = new LinkedHashMap<>();
    Optional<DraftRequest.Body> body = Optional.empty();
    for (JsonNode parameter : parameters(operation)) {
      String name = parameter.path("name").asString("");
      boolean required = parameter.path("required").asBoolean(false);
      switch (parameter.path("in").asString("")) {
        case "path" -> path.putIfAbsent(name, encodedValue(parameter));
        case "query" -> {
          if (required) {
            query.add(encoded(name) + "=" + encodedValue(parameter));
          }
        }
        case "header" -> {
          if (required && !OTHER_HEADERS.contains(name.toLowerCase(Locale.ROOT))) {
            headers.put(name, value(parameter));
          }
        }
        case "body" ->
            body =
                Optional.of(new DraftRequest.Body.Json(samples.of(name, parameter.path("schema"))));
        case "formData" -> form.put(name, value(parameter));
        default -> {
          // Cookies are for whoever edits it.
        }
      }
    }
    if (!form.isEmpty()) {
      body = Optional.of(new DraftRequest.Body.Form(form));
    }
    return new DraftRequest(
        operation.method() + " " + DraftVariables.literal(base() + operation.path()),
        operation.method(),
        path(operation.path(), path) + (query.isEmpty() ? "" : "?" + String.join("&", query)),
        headers,
        body.or(() -> body(operation)),
        expected(operation),
        Map.of());
  }

  /** Those of the operation hide those of its path that have the same name and place. */
  private List<JsonNode> parameters(Operation operation) {
    Map<String, JsonNode> parameters = new LinkedHashMap<>();
    Stream.of(operation.item(), operation.node())
        .flatMap(node -> node.path("parameters").valueStream())
        .map(samples::resolved)
        .forEach(each ->
            parameters.put(
                each.path("in").asString("") + " " + each.path("name").asString(""), each));
    return List.copyOf(parameters.values());
  }

  private String path(String written, Map<String, String> values) {
    Matcher parameter = PARAMETER.matcher(written);
    StringBuilder path = new StringBuilder(DraftVariables.literal(base()));
    int end = 0;
    while (parameter.find()) {
      path.append(DraftVariables.literal(written.substring(end, parameter.start())));
      String name = parameter.group(1);
      path.append(values.getOrDefault(name, "1"));
      end = parameter.end();
    }
    return path.append(DraftVariables.literal(written.substring(end))).toString();
  }

  /** As it stands in a path or a query; placeholders are encoded when they are filled in. */
  private String encodedValue(JsonNode parameter) {
    String text = value(parameter);
    return text.contains("${") && !text.contains("$${") ? text : encoded(text);
  }

  /** As it stands in a header or a form. */
  private String value(JsonNode parameter) {
    String name = parameter.path("name").asString("");
    JsonNode value =
        example(parameter)
            .map(example -> samples.literal(name, example))
            .orElseGet(() ->
                samples.of(name, parameter.has("schema") ? parameter.path("schema") : parameter));
    JsonNode one = value.isArray() && !value.isEmpty() ? value.get(0) : value;
    return one.isValueNode() ? one.asString() : "1";
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8).replace("+", "%20");
  }

  private Optional<DraftRequest.Body> body(Operation operation) {
    JsonNode content = samples.resolved(operation.node().path("requestBody")).path("content");
    JsonNode json = json(content);
    if (json.isObject()) {
      return Optional.of(new DraftRequest.Body.Json(sample(json)));
    }
    JsonNode form = content.path("application/x-www-form-urlencoded");
    if (form.isObject() && sample(form).isObject()) {
      Map<String, String> fields = new LinkedHashMap<>();
      sample(form)
          .properties()
          .forEach(each ->
              fields.put(
                  each.getKey(),
                  each.getValue().isValueNode()
                      ? each.getValue().asString()
                      : each.getValue().toString()));
      return Optional.of(new DraftRequest.Body.Form(fields));
    }
    return content.propertyNames().stream()
        .findFirst()
        .map(type -> new DraftRequest.Body.Text(ScenarioDraft.TO_FILL_IN, type));
  }

  private JsonNode sample(JsonNode media) {
    return example(media)
        .map(example -> samples.literal("", example))
        .orElseGet(() -> samples.of("", media.path("schema")));
  }

  /** What a parameter or a body is described with as an example. */
  private Optional<JsonNode> example(JsonNode described) {
    return Stream.concat(
            Stream.of(described.path("example")),
            described.path("examples").properties().stream()
                .map(each -> samples.resolved(each.getValue()).path("value")))
        .filter(example -> !example.isMissingNode())
        .findFirst();
  }

  /** What the first scheme of the whole description asks for. */
  private void secure() {
    JsonNode schemes =
        api.has("swagger")
            ? api.path("securityDefinitions")
            : api.path("components").path("securitySchemes");
    for (Map.Entry<String, JsonNode> each : schemes.properties()) {
      JsonNode scheme = samples.resolved(each.getValue());
      String kind = scheme.path("type").asString("");
      if (kind.equals("apiKey") && scheme.path("in").asString("").equals("header")) {
        secured.put(scheme.path("name").asString(), variables.ofSecret("api_key", "api_key"));
        return;
      }
      if (kind.equals("oauth2")
          || kind.equals("openIdConnect")
          || (kind.equals("http")
              && scheme.path("scheme").asString("").equalsIgnoreCase("bearer"))) {
        secured.put("Authorization", "Bearer " + variables.ofSecret("token", "token"));
        return;
      }
      if (kind.equals("basic") || kind.equals("http")) {
        secured.put("Authorization", "Basic " + variables.ofSecret("credentials", "credentials"));
        return;
      }
    }
  }
}
