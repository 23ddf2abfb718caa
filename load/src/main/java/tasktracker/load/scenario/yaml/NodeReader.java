package tasktracker.load.scenario.yaml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tasktracker.load.scenario.yaml.Node.Kind;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLParser;

/** Reads YAML and keeps where everything stands, which the trees of Jackson do not. */
final class NodeReader {
  private static final YAMLMapper YAML = new YAMLMapper();

  private final String text;
  private final Place root;
  private final JsonParser parser;

  private NodeReader(String source, String text, JsonParser parser) {
    this.text = text;
    this.root = new Place(source, 1, "");
    this.parser = parser;
  }

  /**
   * Reads a document.
   *
   * @throws ScenarioFileException when it is no YAML, empty, more than one document, or uses what
   *     scenarios do not need
   */
  static Node read(String source, String text) {
    try (JsonParser parser = YAML.createParser(text)) {
      NodeReader reader = new NodeReader(source, text, parser);
      if (parser.nextToken() == null) {
        throw reader.root.mistake("is empty: begin with \"tasks:\"");
      }
      Node node = reader.value(reader.root);
      if (parser.nextToken() != null) {
        throw reader.here(reader.root).mistake("a second document: write one scenario a file");
      }
      return node;
    } catch (JacksonException e) {
      int line = e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNr());
      String reason = e.getOriginalMessage().lines().findFirst().orElse("");
      throw new Place(source, line, "").mistake("no YAML: " + reason, e);
    }
  }

  private Node value(Place place) {
    if (((YAMLParser) parser).isCurrentAlias()) {
      throw place.mistake("anchors and aliases are not supported: write the value out");
    }
    return switch (parser.currentToken()) {
      case START_OBJECT -> mapping(place);
      case START_ARRAY -> sequence(place);
      case VALUE_STRING, VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT, VALUE_TRUE, VALUE_FALSE ->
          scalar(place);
      case VALUE_NULL -> new Node.Scalar(place, "", Kind.NOTHING);
      default -> throw place.mistake("cannot be read: write text, a number, a list or keys");
    };
  }

  private Node scalar(Place place) {
    String written = parser.getString();
    Kind kind = CoreSchema.kind(written);
    return kind == Kind.TEXT || !isPlain()
        ? new Node.Scalar(place, written, Kind.TEXT)
        : new Node.Scalar(place, kind == Kind.NOTHING ? "" : written, kind);
  }

  /** Whether the value has no quotes, no tag and no block style, each of which makes it a text. */
  private boolean isPlain() {
    // The parser counts code points.
    int offset = text.offsetByCodePoints(0, (int) parser.currentTokenLocation().getCharOffset());
    return "\"'|>!".indexOf(text.charAt(offset)) < 0;
  }

  private Node mapping(Place place) {
    Map<String, Node> values = new LinkedHashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String key = parser.currentName();
      Place child = place.of(key, line());
      parser.nextToken();
      if (values.put(key, value(child)) != null) {
        throw child.mistake("is given twice");
      }
    }
    return new Node.Mapping(place, values);
  }

  private Node sequence(Place place) {
    List<Node> items = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      items.add(value(place.of(items.size(), line())));
    }
    return new Node.Sequence(place, items);
  }

  private Place here(Place of) {
    return new Place(of.source(), line(), of.key());
  }

  private int line() {
    return Math.max(1, parser.currentTokenLocation().getLineNr());
  }
}
