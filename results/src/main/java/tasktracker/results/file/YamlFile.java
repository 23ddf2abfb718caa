package tasktracker.results.file;

import java.nio.file.Path;
import tasktracker.error.UsageException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLParser;

/**
 * A YAML file of a user as a tree. Every single value is its text as it is written ({@code 010},
 * {@code 1.10}, {@code true}), so that only what asks for a number takes it for one. A key that is
 * given twice, an alias and a second document are mistakes.
 *
 * @param source name of the file for messages
 * @param text what it holds
 * @param tree the same, parsed
 */
public record YamlFile(String source, String text, JsonNode tree) {
  private static final YAMLMapper YAML =
      YAMLMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .addModule(StrictNumbers.module())
          .build();
  private static final int DEEPEST = 50;

  /**
   * Reads a file.
   *
   * @throws tasktracker.error.LabException if it cannot be read or is no YAML
   */
  public static YamlFile read(Path file) {
    return parse(file.toString(), TextFile.read(file));
  }

  /**
   * Reads text.
   *
   * @throws UsageException with source, line and key of what is wrong
   */
  public static YamlFile parse(String source, String text) {
    try (JsonParser parser = YAML.createParser(text)) {
      if (parser.nextToken() == null) {
        throw new UsageException(source + ": is empty");
      }
      JsonNode tree = value(parser, 0);
      if (parser.nextToken() != null) {
        throw Mistake.at("a second document: write one a file");
      }
      return new YamlFile(source, text, tree);
    } catch (JacksonException e) {
      throw Mistake.in(source, 1, text, YAML, e);
    }
  }

  /**
   * The tree as a record.
   *
   * @throws UsageException with source, line and key of what does not fit
   */
  public <T> T as(Class<T> type) {
    try {
      return YAML.treeToValue(tree, type);
    } catch (JacksonException e) {
      throw mistake(e);
    }
  }

  /** The failure that says where in the file something is wrong; made by {@link Mistake#at}. */
  public UsageException mistake(JacksonException cause) {
    return Mistake.in(source, 1, text, YAML, cause);
  }

  private static JsonNode value(JsonParser parser, int depth) {
    if (((YAMLParser) parser).isCurrentAlias()) {
      throw Mistake.at("anchors and aliases are not supported: write the value out");
    }
    if (depth > DEEPEST) {
      throw Mistake.at("more than %d levels deep".formatted(DEEPEST));
    }
    return switch (parser.currentToken()) {
      case START_OBJECT -> mapping(parser, depth);
      case START_ARRAY -> sequence(parser, depth);
      case VALUE_NULL -> NullNode.getInstance();
      default -> StringNode.valueOf(parser.getString());
    };
  }

  private static ObjectNode mapping(JsonParser parser, int depth) {
    ObjectNode values = JsonNodeFactory.instance.objectNode();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String key = parser.currentName();
      int line = parser.currentTokenLocation().getLineNr();
      parser.nextToken();
      JsonNode value = within(key, () -> value(parser, depth + 1));
      if (values.has(key)) {
        throw Mistake.at("is given twice, again in line " + line, key);
      }
      values.set(key, value);
    }
    return values;
  }

  private static ArrayNode sequence(JsonParser parser, int depth) {
    ArrayNode items = JsonNodeFactory.instance.arrayNode();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      items.add(within(items.size(), () -> value(parser, depth + 1)));
    }
    return items;
  }

  private interface Reading {
    JsonNode value();
  }

  /** Lets a mistake know the key that it is in. */
  private static JsonNode within(Object step, Reading reading) {
    try {
      return reading.value();
    } catch (DatabindException e) {
      throw step instanceof Integer index
          ? e.prependPath(null, index)
          : e.prependPath(null, String.valueOf(step));
    }
  }
}
