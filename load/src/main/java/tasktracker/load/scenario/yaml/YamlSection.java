package tasktracker.load.scenario.yaml;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import tasktracker.load.model.ThinkTime;
import tasktracker.load.scenario.yaml.Node.Kind;
import tasktracker.load.scenario.yaml.Node.Mapping;
import tasktracker.load.scenario.yaml.Node.Scalar;
import tasktracker.load.scenario.yaml.Node.Sequence;

/** A mapping whose keys are known, read with the types that they must have. */
record YamlSection(Mapping mapping) {
  /**
   * @throws ScenarioFileException when the node is no mapping or has another key
   */
  static YamlSection of(Node node, List<String> known) {
    Mapping mapping = mapping(node);
    mapping
        .values()
        .forEach((key, value) -> {
          if (!known.contains(key)) {
            throw value.place().mistake("unknown key, use " + String.join(", ", known));
          }
        });
    return new YamlSection(mapping);
  }

  Place place() {
    return mapping.place();
  }

  boolean has(String key) {
    return mapping.values().containsKey(key);
  }

  Optional<Node> node(String key) {
    return Optional.ofNullable(mapping.values().get(key));
  }

  Optional<Scalar> text(String key) {
    return node(key).map(YamlSection::scalar);
  }

  List<Node> items(String key) {
    return node(key).map(YamlSection::sequence).orElse(List.of());
  }

  Map<String, Node> values(String key) {
    return node(key).map(value -> mapping(value).values()).orElse(Map.of());
  }

  OptionalInt integer(String key, int least, int most) {
    return text(key).stream().mapToInt(scalar -> integer(scalar, least, most)).findFirst();
  }

  Optional<ThinkTime> thinkTime() {
    return text("think_time")
        .map(text -> {
          try {
            return ThinkTime.parse(text.text());
          } catch (IllegalArgumentException e) {
            throw text.place().mistake(e.getMessage(), e);
          }
        });
  }

  Optional<Pattern> pattern(String key) {
    return text(key)
        .map(text -> {
          try {
            return Pattern.compile(text.text());
          } catch (PatternSyntaxException e) {
            throw text.place().mistake("no regular expression: " + e.getDescription(), e);
          } catch (StackOverflowError e) {
            throw text.place().mistake("a regular expression with too many groups in groups", e);
          }
        });
  }

  /** The one key of these that is given; none is fine too. */
  Optional<String> oneOf(List<String> keys) {
    List<String> given = keys.stream().filter(this::has).toList();
    if (given.size() > 1) {
      throw node(given.get(1))
          .orElseThrow()
          .place()
          .mistake(
              "does not go with \"%s\": use one of %s"
                  .formatted(given.getFirst(), String.join(", ", keys)));
    }
    return given.stream().findFirst();
  }

  /** Any single value but nothing; numbers and truth values are taken as they are written. */
  static Scalar scalar(Node node) {
    if (node instanceof Scalar scalar && scalar.kind() != Kind.NOTHING) {
      return scalar;
    }
    throw node.place().mistake("must be a single value");
  }

  static Mapping mapping(Node node) {
    if (node instanceof Mapping mapping) {
      return mapping;
    }
    throw node.place().mistake("must be keys with values, such as \"name: shop\"");
  }

  private static List<Node> sequence(Node node) {
    if (node instanceof Sequence sequence && !sequence.items().isEmpty()) {
      return sequence.items();
    }
    throw node.place().mistake("must be a list whose items begin with \"- \"");
  }

  private static int integer(Scalar scalar, int least, int most) {
    try {
      int value = Integer.parseInt(scalar.text());
      if (scalar.kind() == Kind.INTEGER && value >= least && value <= most) {
        return value;
      }
    } catch (NumberFormatException e) {
      throw notInRange(scalar, least, most);
    }
    throw notInRange(scalar, least, most);
  }

  private static ScenarioFileException notInRange(Scalar scalar, int least, int most) {
    return scalar
        .place()
        .mistake(
            "must be a whole number from %s to %s, not \"%s\""
                .formatted(least, most, scalar.text()));
  }
}
