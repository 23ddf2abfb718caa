package tasktracker.load.scenario.yaml;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tasktracker.load.scenario.yaml.Node.Kind;
import tasktracker.load.scenario.yaml.Node.Scalar;
import tools.jackson.core.JsonPointer;

/** Reads how the records of users are read back. */
record ReadBackParser(YamlSection section) {
  private static final List<String> OF_A_LIST = List.of("items", "key", "shared");
  private static final List<String> KEYS =
      Stream.concat(Stream.of("path", "holds"), OF_A_LIST.stream()).toList();

  /** That of a file; empty where nothing is read back. */
  static Optional<ReadBackParser> of(YamlSection top) {
    return top.node("read_back").map(node -> new ReadBackParser(YamlSection.of(node, KEYS)));
  }

  /** What is compared of each record. */
  List<JsonPointer> parts() {
    List<JsonPointer> parts = new ArrayList<>();
    for (Node part : section.items("holds")) {
      JsonPointer pointer = RequestParser.pointer(YamlSection.scalar(part));
      if (parts.contains(pointer)) {
        throw part.place().mistake("is given twice");
      }
      parts.add(pointer);
    }
    return List.copyOf(parts);
  }

  ReadBackTemplate parse(RequestParser requests, Variables variables) {
    for (String reserved : List.of(ReadBackTemplate.KEY, ReadBackTemplate.READ)) {
      if (variables.isDefined(reserved)) {
        throw section
            .place()
            .mistake(
                "gives ${%1$s} a meaning of its own: name the variable \"%1$s\" otherwise"
                    .formatted(reserved));
      }
    }
    int keySlot = variables.define(ReadBackTemplate.KEY, section.place());
    int readSlot = variables.define(ReadBackTemplate.READ, section.place());
    Template path =
        requests.path(
            section.text("path").orElseThrow(() -> section.place().mistake("needs \"path: /…\"")));
    if (path.uses(ReadBackTemplate.KEY)) {
      requireNothingOfAList();
    } else if (!section.has("key")) {
      throw section
          .place()
          .mistake("needs \"key: /id\", where a record of the list has its key, or ${key} in path");
    }
    return new ReadBackTemplate(
        path,
        keySlot,
        readSlot,
        section.text("items").map(RequestParser::pointer).orElse(JsonPointer.empty()),
        section.text("key").map(RequestParser::pointer).orElse(JsonPointer.empty()),
        parts(),
        section.text("shared").map(ReadBackParser::truth).orElse(false));
  }

  private void requireNothingOfAList() {
    OF_A_LIST.stream()
        .flatMap(key -> section.node(key).stream())
        .findFirst()
        .ifPresent(node -> {
          throw node.place()
              .mistake("goes with a list: path has ${key}, so records are read alone");
        });
  }

  private static boolean truth(Scalar scalar) {
    if (scalar.kind() != Kind.BOOLEAN) {
      throw scalar.place().mistake("must be true or false, not \"%s\"".formatted(scalar.text()));
    }
    return Boolean.parseBoolean(scalar.text());
  }
}
