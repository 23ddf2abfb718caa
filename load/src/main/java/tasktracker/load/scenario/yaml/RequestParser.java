package tasktracker.load.scenario.yaml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import tasktracker.load.http.HeaderLine;
import tasktracker.load.http.RequestPath;
import tasktracker.load.scenario.yaml.Node.Scalar;
import tools.jackson.core.JsonPointer;

/** Reads one request of a scenario file. */
final class RequestParser {
  static final List<String> KEYS =
      List.of(
          "name",
          "method",
          "path",
          "headers",
          "json",
          "form",
          "body",
          "content_type",
          "expect",
          "check",
          "capture",
          "writes",
          "deletes");

  private static final Pattern METHOD = Pattern.compile("[A-Z]+");

  /** Stands for the value of a placeholder: part of no percent-encoded character. */
  private static final String ANY = "~";

  private static final List<String> TESTS = List.of("equals", "contains", "matches");

  private final Variables variables;
  private final WriteParser writes;

  /**
   * @param parts what is read back of each record; empty where nothing is read back
   */
  RequestParser(Variables variables, Optional<List<JsonPointer>> parts) {
    this.variables = variables;
    this.writes = new WriteParser(this, parts);
  }

  RequestTemplate parse(YamlSection request) {
    Scalar path =
        request
            .text("path")
            .orElseThrow(() -> request.place().mistake("a request needs \"path: /…\""));
    Template target = path(path);
    Body body = new BodyParser(this).parse(request);
    return new RequestTemplate(
        request.text("name").map(Scalar::text).orElse(path.text()),
        method(request),
        target,
        headersOfOne(request),
        body,
        request.integer("expect", 100, 599),
        request.items("check").stream().map(this::check).toList(),
        captures(request),
        writes.parse(request, target, body));
  }

  /**
   * The headers of a request or of the scenario.
   *
   * @throws ScenarioFileException for one that cannot be sent, whatever its variables will hold
   */
  Map<String, Template> headers(YamlSection section) {
    Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    Map<String, Template> headers = templates(section.values("headers"));
    headers.forEach((name, value) -> {
      Place place = section.values("headers").get(name).place();
      if (!names.add(name)) {
        throw place.mistake("is given twice: names of headers have no case");
      }
      requireSendable(name, value, place);
    });
    return headers;
  }

  /** Those of the scenario: one of them names the host, for all requests of a user. */
  Map<String, Template> standingHeaders(YamlSection top) {
    Map<String, Template> headers = headers(top);
    headers.forEach((name, value) -> {
      if (name.equalsIgnoreCase("Host") && value.isRandom()) {
        throw top.values("headers")
            .get(name)
            .place()
            .mistake("is one for all requests of a user: leave out what is random");
      }
    });
    return headers;
  }

  private Map<String, Template> headersOfOne(YamlSection request) {
    refuse("Host", request, "goes with every request: write it above \"tasks:\"");
    return headers(request);
  }

  /** What follows from a body would be sent twice. */
  static void requireNoContentType(YamlSection section) {
    refuse(
        "Content-Type",
        section,
        "follows from the body: use content_type beside body, json or form");
  }

  private static void refuse(String header, YamlSection section, String reason) {
    section
        .values("headers")
        .forEach((name, node) -> {
          if (name.equalsIgnoreCase(header)) {
            throw node.place().mistake(reason);
          }
        });
  }

  private static void requireSendable(String name, Template value, Place place) {
    try {
      HeaderLine.check(name, value.with(ANY));
    } catch (IllegalArgumentException e) {
      throw place.mistake(e.getMessage(), e);
    }
  }

  Map<String, Template> templates(Map<String, Node> values) {
    Map<String, Template> templates = new LinkedHashMap<>();
    values.forEach(
        (name, value) -> templates.put(name, template(YamlSection.scalar(value), Escaping.NONE)));
    return templates;
  }

  Template template(Scalar text, Escaping escaping) {
    return template(text.text(), escaping, text.place());
  }

  Template template(String text, Escaping escaping, Place place) {
    return Template.parse(text, escaping, new Placeholders(variables, place), place);
  }

  private static String method(YamlSection request) {
    Optional<Scalar> method = request.text("method");
    method
        .filter(m -> !METHOD.matcher(m.text()).matches())
        .ifPresent(m -> {
          throw m.place().mistake("must be a method such as GET or POST");
        });
    return method.map(Scalar::text).orElse("GET");
  }

  /** A path with its query, which can be sent whatever its variables will hold. */
  Template path(Scalar path) {
    Template template = template(path, Escaping.URL);
    RequestPath.complaint(template.with(ANY))
        .ifPresent(complaint -> {
          throw path.place().mistake(complaint);
        });
    return template;
  }

  private Check check(Node node) {
    YamlSection check =
        YamlSection.of(node, List.of("json", "header", "equals", "contains", "matches"));
    Source source = source(check);
    Optional<String> test = check.oneOf(TESTS);
    if (test.isEmpty() && source instanceof Source.Body) {
      throw check
          .place()
          .mistake("checks nothing: add json or header, or one of " + String.join(", ", TESTS));
    }
    return test.map(key -> check(source, check, key))
        .orElseGet(() -> new Check(source, "is there", (_, _) -> true));
  }

  private Check check(Source source, YamlSection check, String key) {
    String test = key + " " + check.text(key).orElseThrow().text();
    if (key.equals("matches")) {
      Pattern pattern = check.pattern(key).orElseThrow();
      return new Check(source, test, (found, _) -> Search.finds(pattern, found));
    }
    Template expected = template(check.text(key).orElseThrow(), Escaping.NONE);
    return key.equals("equals")
        ? new Check(source, test, (found, values) -> found.equals(expected.render(values)))
        : new Check(source, test, (found, values) -> found.contains(expected.render(values)));
  }

  private List<Capture> captures(YamlSection request) {
    // What a request needs must be there before it captures anything.
    List<Capture> captures = new ArrayList<>();
    request
        .values("capture")
        .forEach((variable, node) -> {
          YamlSection capture = YamlSection.of(node, List.of("json", "header", "regex"));
          Source source = source(capture);
          Optional<Pattern> pattern = capture.pattern("regex");
          if (source instanceof Source.Body && pattern.isEmpty()) {
            throw node.place().mistake("captures nothing: use one of json, header, regex");
          }
          int slot = variables.define(variable, node.place());
          captures.add(new Capture(variable, slot, source, pattern.orElse(null)));
        });
    return List.copyOf(captures);
  }

  private static Source source(YamlSection section) {
    Optional<String> key = section.oneOf(List.of("json", "header"));
    if (key.isEmpty()) {
      return new Source.Body();
    }
    Scalar text = section.text(key.get()).orElseThrow();
    if (key.get().equals("header")) {
      return new Source.Header(text.text());
    }
    return new Source.Json(pointer(text));
  }

  static JsonPointer pointer(Scalar text) {
    try {
      return JsonPointer.compile(text.text());
    } catch (IllegalArgumentException e) {
      throw text.place().mistake("must be a JSON pointer such as /tasks/0/id", e);
    }
  }
}
