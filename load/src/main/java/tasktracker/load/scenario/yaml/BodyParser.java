package tasktracker.load.scenario.yaml;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import tasktracker.load.http.HeaderLine;
import tasktracker.load.scenario.yaml.Node.Kind;
import tasktracker.load.scenario.yaml.Node.Mapping;
import tasktracker.load.scenario.yaml.Node.Scalar;
import tasktracker.load.scenario.yaml.Node.Sequence;
import tools.jackson.core.JacksonException;
import tools.jackson.core.io.JsonStringEncoder;

/** Reads what is to be sent in the body of a request. */
record BodyParser(RequestParser texts) {
  Body parse(YamlSection request) {
    Optional<String> kind = request.oneOf(List.of("json", "form", "body"));
    if (!kind.equals(Optional.of("body"))) {
      request
          .node("content_type")
          .ifPresent(node -> {
            throw node.place().mistake("goes with \"body\" alone: json and form have their own");
          });
    }
    if (kind.isPresent()) {
      RequestParser.requireNoContentType(request);
    }
    return switch (kind.orElse("")) {
      case "json" -> new Body.Json(json(request.node("json").orElseThrow()));
      case "form" -> new Body.Form(texts.templates(request.values("form")));
      case "body" ->
          new Body.Text(
              texts.template(request.text("body").orElseThrow(), Escaping.NONE),
              request
                  .text("content_type")
                  .map(BodyParser::contentType)
                  .orElse("text/plain; charset=utf-8"));
      default -> new Body.None();
    };
  }

  /** From JSON as text, or from keys and lists of YAML. */
  private Template json(Node node) {
    String text =
        node instanceof Scalar scalar && scalar.kind() == Kind.TEXT ? scalar.text() : toJson(node);
    Template template = texts.template(text, Escaping.JSON, node.place());
    try {
      JsonText.JSON.readTree(template.with("0"));
    } catch (JacksonException e) {
      String reason = e.getOriginalMessage().lines().findFirst().orElse("");
      throw node.place().mistake("no JSON: " + reason, e);
    }
    return template;
  }

  private static String toJson(Node node) {
    return switch (node) {
      case Mapping(_, var values) ->
          values.entrySet().stream()
              .map(entry -> quote(entry.getKey()) + ":" + toJson(entry.getValue()))
              .collect(Collectors.joining(",", "{", "}"));
      case Sequence(_, var items) ->
          items.stream().map(BodyParser::toJson).collect(Collectors.joining(",", "[", "]"));
      case Scalar scalar ->
          switch (scalar.kind()) {
            case TEXT -> quote(scalar.text());
            case NOTHING -> "null";
            case BOOLEAN -> scalar.text().toLowerCase(Locale.ROOT);
            case INTEGER, DECIMAL -> number(scalar);
          };
    };
  }

  private static String contentType(Scalar type) {
    try {
      HeaderLine.check("Content-Type", type.text());
      return type.text();
    } catch (IllegalArgumentException e) {
      throw type.place().mistake(e.getMessage(), e);
    }
  }

  private static String number(Scalar scalar) {
    return CoreSchema.jsonNumber(scalar.text())
        .orElseThrow(() -> scalar.place().mistake("JSON has no such number: use quotes for text"));
  }

  private static String quote(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    JsonStringEncoder.getInstance().quoteAsString(text, quoted);
    return quoted.append('"').toString();
  }
}
