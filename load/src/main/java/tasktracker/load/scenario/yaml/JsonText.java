package tasktracker.load.scenario.yaml;

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
final class JsonText {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  private final JsonNode root;

  private JsonText(JsonNode root) {
    this.root = root;
  }

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
