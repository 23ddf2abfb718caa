package tasktracker.experiments.draft;

import java.util.HashSet;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** Values that keep to a schema of an API description, for somebody to edit. */
final class SchemaSample {
  private static final int DEEPEST = 8;
  private static final int MOST_PROPERTIES = 100;
  private static final int LONGEST_TEXT = 40;

  /** Values of one sample: schemas that refer to others many times would have any number. */
  private static final int MOST_VALUES = 20_000;

  private final JsonNode api;
  private final DraftVariables variables;
  private final Set<String> open = new HashSet<>();
  private int values;

  SchemaSample(JsonNode api, DraftVariables variables) {
    this.api = api;
    this.variables = variables;
  }

  /** What a reference leads to within the description; nothing where it leads elsewhere. */
  JsonNode resolved(JsonNode node) {
    JsonNode found = node;
    for (int i = 0; i < DEEPEST && found.path("$ref").isString(); i++) {
      String reference = found.path("$ref").asString();
      found =
          reference.startsWith("#/") ? api.at(reference.substring(1)) : MissingNode.getInstance();
    }
    return found;
  }

  /** A value of a schema. Texts hold placeholders where each user should send its own. */
  JsonNode of(String name, JsonNode schema) {
    values = 0;
    return of(name, schema, 0);
  }

  private JsonNode of(String name, JsonNode written, int depth) {
    String reference = written.path("$ref").asString("");
    if (depth > DEEPEST
        || ++values > MOST_VALUES
        || (!reference.isEmpty() && !open.add(reference))) {
      return NullNode.getInstance();
    }
    try {
      JsonNode schema = resolved(written);
      JsonNode given = given(schema);
      return given == null ? made(name, schema, depth) : literal(name, given);
    } finally {
      open.remove(reference);
    }
  }

  private static JsonNode given(JsonNode schema) {
    for (String key : new String[] {"example", "const", "default"}) {
      if (schema.has(key) && !schema.path(key).isNull()) {
        return schema.path(key);
      }
    }
    return schema.path("examples").isArray() && !schema.path("examples").isEmpty()
        ? schema.path("examples").get(0)
        : null;
  }

  /** A value that is meant as it is, without secrets. */
  JsonNode literal(String name, JsonNode value) {
    if (value.isString()) {
      return StringNode.valueOf(
          Secrets.isField(name)
              ? variables.ofSecret(name, name)
              : DraftVariables.literal(value.asString()));
    }
    if (value.isObject()) {
      ObjectNode object = JsonMapper.shared().createObjectNode();
      value
          .properties()
          .forEach(each ->
              object.set(
                  DraftVariables.literal(each.getKey()), literal(each.getKey(), each.getValue())));
      return object;
    }
    if (value.isArray()) {
      ArrayNode array = JsonMapper.shared().createArrayNode();
      value.forEach(each -> array.add(literal(name, each)));
      return array;
    }
    return value;
  }

  private JsonNode made(String name, JsonNode schema, int depth) {
    if (schema.path("enum").isArray() && !schema.path("enum").isEmpty()) {
      return literal(name, schema.path("enum").get(0));
    }
    for (String key : new String[] {"oneOf", "anyOf"}) {
      if (schema.path(key).isArray() && !schema.path(key).isEmpty()) {
        return of(name, schema.path(key).get(0), depth + 1);
      }
    }
    if (schema.path("allOf").isArray()) {
      ObjectNode all = JsonMapper.shared().createObjectNode();
      for (JsonNode part : schema.path("allOf")) {
        if (of(name, part, depth + 1) instanceof ObjectNode object) {
          all.setAll(object);
        }
      }
      if (properties(schema, depth) instanceof ObjectNode own) {
        all.setAll(own);
      }
      return all;
    }
    return switch (type(schema)) {
      case "object" -> properties(schema, depth);
      case "array" -> array(name, schema, depth);
      case "integer" -> JsonMapper.shared().getNodeFactory().numberNode(Math.round(least(schema)));
      case "number" -> JsonMapper.shared().getNodeFactory().numberNode(least(schema));
      case "boolean" -> JsonMapper.shared().getNodeFactory().booleanNode(true);
      case "null" -> NullNode.getInstance();
      default -> StringNode.valueOf(text(name, schema));
    };
  }

  private static String type(JsonNode schema) {
    JsonNode type = schema.path("type");
    if (type.isArray()) {
      return type.valueStream()
          .filter(JsonNode::isString)
          .map(JsonNode::asString)
          .filter(each -> !each.equals("null"))
          .findFirst()
          .orElse("null");
    }
    return type.asString(
        schema.has("properties") ? "object" : schema.has("items") ? "array" : "string");
  }

  private JsonNode properties(JsonNode schema, int depth) {
    ObjectNode object = JsonMapper.shared().createObjectNode();
    schema.path("properties").properties().stream()
        .limit(MOST_PROPERTIES)
        .filter(each -> !resolved(each.getValue()).path("readOnly").asBoolean(false))
        .forEach(each -> {
          JsonNode value = of(each.getKey(), each.getValue(), depth + 1);
          boolean required =
              schema
                  .path("required")
                  .valueStream()
                  .anyMatch(name -> name.asString("").equals(each.getKey()));
          if (!value.isNull() || required) {
            object.set(DraftVariables.literal(each.getKey()), value);
          }
        });
    return object;
  }

  private JsonNode array(String name, JsonNode schema, int depth) {
    ArrayNode array = JsonMapper.shared().createArrayNode();
    JsonNode item = of(name, schema.path("items"), depth + 1);
    if (!item.isNull()) {
      array.add(item);
    }
    return array;
  }

  private static double least(JsonNode schema) {
    JsonNode exclusive = schema.path("exclusiveMinimum");
    if (exclusive.isNumber()) {
      return exclusive.asDouble() + 1;
    }
    double least = schema.path("minimum").asDouble(1);
    return exclusive.asBoolean(false) ? least + 1 : least;
  }

  private String text(String name, JsonNode schema) {
    if (Secrets.isField(name)) {
      return variables.ofSecret(name, name);
    }
    return switch (schema.path("format").asString("")) {
      case "uuid" -> "${random.uuid}";
      case "email" -> "user-${run}-${user}@example.com";
      case "date" -> "2030-01-31";
      case "date-time" -> "2030-01-31T12:00:00Z";
      case "time" -> "12:00:00Z";
      case "uri", "url" -> "https://example.com/";
      case "byte" -> "dGV4dA==";
      case "ipv4" -> "192.0.2.1";
      default -> {
        int least = schema.path("minLength").asInt(1);
        int most = schema.path("maxLength").asInt(LONGEST_TEXT);
        yield "${random.letters %d}"
            .formatted(Math.clamp(Math.max(least, Math.min(12, most)), 1, 1000));
      }
    };
  }
}
