package tasktracker.load.scenario.yaml;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonPointer;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.POJONode;
import tools.jackson.databind.util.RawValue;

/** A JSON document whose numbers keep the text that they came as: 1.10 is not 1.1. Immutable. */
record JsonText(JsonNode root) {
  static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  /** Digits that a number may need to be written without an exponent. */
  private static final int LONGEST_PLAIN = 40;

  /**
   * @throws JacksonException when it is no JSON
   */
  static JsonText parse(byte[] document) {
    try (JsonParser parser = JSON.createParser(document)) {
      parser.nextToken();
      return new JsonText(node(parser));
    }
  }

  /** The text of a value, null where there is none or JSON's own null. */
  String at(JsonPointer pointer) {
    JsonNode node = root.at(pointer);
    if (node.isMissingNode() || node.isNull()) {
      return null;
    }
    if (node instanceof POJONode number) {
      return ((RawValue) number.getPojo()).rawValue().toString();
    }
    return node.isValueNode() ? node.asString() : node.toString();
  }

  /** The {@link #comparable(String) comparable} text of a value; {@code null} for nothing. */
  String comparable(JsonPointer pointer) {
    JsonNode node = root.at(pointer);
    if (node.isContainer()) {
      return comparable(node).toString();
    }
    String text = at(pointer);
    return text == null ? "null" : comparable(text);
  }

  /** With keys in their order and numbers by their value, as a database may give them back. */
  private static JsonNode comparable(JsonNode node) {
    if (node instanceof ObjectNode object) {
      ObjectNode sorted = JSON.createObjectNode();
      object.propertyNames().stream()
          .sorted()
          .forEach(name -> sorted.set(name, comparable(object.get(name))));
      return sorted;
    }
    if (node instanceof ArrayNode list) {
      ArrayNode each = JSON.createArrayNode();
      list.forEach(item -> each.add(comparable(item)));
      return each;
    }
    if (node instanceof POJONode number) {
      String text = ((RawValue) number.getPojo()).rawValue().toString();
      return JSON.getNodeFactory().rawValueNode(new RawValue(withoutTrailingZeros(text)));
    }
    return node;
  }

  /** A text by which values equal each other: numbers by their value, so that 1.10 is 1.1. */
  static String comparable(String text) {
    return CoreSchema.isJsonNumber(text) ? withoutTrailingZeros(text) : text;
  }

  boolean isObject() {
    return root.isObject();
  }

  /** Whether there is a value, be it JSON's own null. */
  boolean has(JsonPointer pointer) {
    return !root.at(pointer).isMissingNode();
  }

  /** The items of a list; empty where there is none. */
  Optional<List<JsonText>> items(JsonPointer pointer) {
    return root.at(pointer) instanceof ArrayNode list
        ? Optional.of(list.valueStream().map(JsonText::new).toList())
        : Optional.empty();
  }

  private static String withoutTrailingZeros(String number) {
    try {
      BigDecimal value = new BigDecimal(number).stripTrailingZeros();
      return Math.abs(value.scale()) <= LONGEST_PLAIN ? value.toPlainString() : value.toString();
    } catch (NumberFormatException e) {
      return number;
    }
  }

  private static JsonNode node(JsonParser parser) {
    JsonToken token = parser.currentToken();
    if (token == null) {
      return JSON.missingNode();
    }
    return switch (token) {
      case START_OBJECT -> object(parser);
      case START_ARRAY -> array(parser);
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT ->
          JSON.getNodeFactory().rawValueNode(new RawValue(parser.getString()));
      case VALUE_TRUE -> JSON.getNodeFactory().booleanNode(true);
      case VALUE_FALSE -> JSON.getNodeFactory().booleanNode(false);
      case VALUE_NULL -> JSON.getNodeFactory().nullNode();
      default -> JSON.getNodeFactory().stringNode(parser.getString());
    };
  }

  private static JsonNode object(JsonParser parser) {
    ObjectNode object = JSON.createObjectNode();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      parser.nextToken();
      object.set(name, node(parser));
    }
    return object;
  }

  private static JsonNode array(JsonParser parser) {
    ArrayNode array = JSON.createArrayNode();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      array.add(node(parser));
    }
    return array;
  }
}
