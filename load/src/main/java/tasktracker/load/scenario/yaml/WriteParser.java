package tasktracker.load.scenario.yaml;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tasktracker.load.scenario.yaml.Node.Scalar;
import tasktracker.load.scenario.yaml.Write.Effect;
import tools.jackson.core.JsonPointer;

/**
 * Reads what a request writes, for those who read it back.
 *
 * @param parts what is read of each record; empty where nothing is read back
 */
record WriteParser(RequestParser texts, Optional<List<JsonPointer>> parts) {
  private static final List<String> KEYS = List.of("writes", "deletes");

  /**
   * What a request says of it.
   *
   * @param path of the request: what it uses is known before the answer
   */
  Optional<Write> parse(YamlSection request, Template path, Body body) {
    Optional<String> key = request.oneOf(KEYS);
    if (key.isEmpty()) {
      return Optional.empty();
    }
    Node node = request.node(key.get()).orElseThrow();
    List<JsonPointer> read =
        parts.orElseThrow(() ->
            node.place()
                .mistake("is never read: add \"read_back:\" beside \"tasks:\", or leave it out"));
    Set<String> answered =
        request.values("capture").keySet().stream()
            .filter(variable -> !path.uses(variable))
            .collect(Collectors.toSet());
    return Optional.of(
        key.get().equals("writes")
            ? write(node, answered, body, read)
            : new Write(
                Effect.DELETE, known(YamlSection.scalar(node), answered), List.of(), Map.of()));
  }

  private Write write(Node node, Set<String> answered, Body body, List<JsonPointer> read) {
    boolean json = body instanceof Body.Json;
    if (!(node instanceof Node.Mapping)) {
      Scalar key = YamlSection.scalar(node);
      if (!read.isEmpty() && !json) {
        throw node.place()
            .mistake(
                "does not tell what was written: use { key: …, holds: { %s: … } }"
                    .formatted(read.getFirst()));
      }
      return write(key, answered, read, Map.of());
    }
    YamlSection section = YamlSection.of(node, List.of("key", "holds"));
    Scalar key = section.text("key").orElseThrow(() -> node.place().mistake("needs \"key: …\""));
    Map<String, Template> told = new LinkedHashMap<>();
    section
        .values("holds")
        .forEach((part, value) -> {
          if (read.stream().noneMatch(pointer -> pointer.toString().equals(part))) {
            throw value.place().mistake("is never read: add it to \"holds\" of read_back");
          }
          told.put(part, known(YamlSection.scalar(value), answered));
        });
    return write(key, answered, json ? read : List.of(), told);
  }

  private Write write(
      Scalar text, Set<String> answered, List<JsonPointer> sent, Map<String, Template> told) {
    Template key = drawnBefore(text);
    Effect effect = answered.stream().anyMatch(key::uses) ? Effect.CREATE : Effect.WRITE;
    return new Write(effect, key, sent, told);
  }

  /** Something that is known although no answer comes. */
  private Template known(Scalar text, Set<String> answered) {
    Template template = drawnBefore(text);
    answered.stream()
        .filter(template::uses)
        .findFirst()
        .ifPresent(variable -> {
          throw text.place()
              .mistake(
                  "${%s} is told by the answer, which may not come: capture it before"
                      .formatted(variable));
        });
    return template;
  }

  /** What is drawn here would be another value than the one that is sent. */
  private Template drawnBefore(Scalar text) {
    Template template = texts.template(text, Escaping.NONE);
    if (template.isRandom()) {
      throw text.place()
          .mistake("would be drawn once more: draw it in \"variables:\" of the task, and use that");
    }
    return template;
  }
}
