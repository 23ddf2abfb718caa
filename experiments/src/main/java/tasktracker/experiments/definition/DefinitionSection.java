package tasktracker.experiments.definition;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import tasktracker.error.UsageException;
import tasktracker.results.file.Mistake;
import tasktracker.results.file.YamlFile;
import tasktracker.stack.system.command.CommandProcess;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Keys with values somewhere in an experiment file. Whatever is wrong with one of them is said with
 * file, line and key.
 */
final class DefinitionSection {
  private final YamlFile file;
  private final JsonNode node;
  private final Object[] path;

  private DefinitionSection(YamlFile file, JsonNode node, Object... path) {
    this.file = file;
    this.node = node;
    this.path = path;
  }

  /** The whole file, with these keys and no others. */
  static DefinitionSection of(YamlFile file, List<String> keys) {
    return checked(file, file.tree(), keys);
  }

  private static DefinitionSection checked(
      YamlFile file, JsonNode node, List<String> keys, Object... path) {
    DefinitionSection section = new DefinitionSection(file, node, path);
    section.requireMapping();
    section.requireKeys(keys);
    return section;
  }

  private void requireMapping() {
    if (!node.isObject()) {
      throw mistake("must be keys with values");
    }
  }

  private void requireKeys(List<String> keys) {
    for (String key : node.propertyNames()) {
      if (!keys.contains(key)) {
        throw mistakeOf(
            key,
            "unknown key%s"
                .formatted(
                    Spelling.nearest(key, keys).isPresent()
                        ? Spelling.question(key, keys)
                        : ", use " + keys));
      }
    }
  }

  /** The failure that says what is wrong with all of it. */
  UsageException mistake(String reason) {
    return file.mistake(Mistake.at(reason, path));
  }

  /** The failure that says what is wrong with the value of a key. */
  UsageException mistakeOf(String key, String reason) {
    return file.mistake(Mistake.at(reason, Mistake.path(path, key)));
  }

  /** What is computed, or the failure of that as one of this place. */
  <T> T placed(Supplier<T> computed) {
    try {
      return computed.get();
    } catch (UsageException e) {
      throw mistake(e.getMessage());
    }
  }

  boolean has(String key) {
    return node.has(key);
  }

  /** Its keys, in the order of the file. */
  List<String> keys() {
    return List.copyOf(node.propertyNames());
  }

  Optional<String> text(String key) {
    if (!node.has(key)) {
      return Optional.empty();
    }
    JsonNode value = node.get(key);
    if (value.isNull()) {
      throw mistakeOf(key, "has no value: write one, or leave the key out");
    }
    if (!value.isString()) {
      throw mistakeOf(key, "must be a single value");
    }
    return Optional.of(value.asString());
  }

  String requiredText(String key) {
    return text(key).orElseThrow(() -> missing(key));
  }

  UsageException missing(String key) {
    return mistake("'%s' is missing".formatted(key));
  }

  /** A value that is made of its text. */
  <T> Optional<T> value(String key, Function<String, T> reading) {
    return text(key)
        .map(text -> {
          try {
            return reading.apply(text);
          } catch (IllegalArgumentException | UsageException e) {
            throw mistakeOf(key, e.getMessage());
          }
        });
  }

  Optional<Integer> integer(String key, int least, int most) {
    return value(key, text -> WrittenValue.whole(text, least, most));
  }

  Optional<Double> number(String key, double least, double most) {
    return value(key, text -> WrittenValue.number(text, least, most));
  }

  /** A share such as {@code 5%}. */
  Optional<Double> share(String key) {
    return value(key, WrittenValue::share);
  }

  /** A time with its unit, above 0. */
  Optional<Duration> time(String key) {
    return value(key, WrittenValue::time);
  }

  Optional<Boolean> flag(String key) {
    return value(key, WrittenValue::flag);
  }

  /** One of some words. */
  Optional<String> word(String key, List<String> words) {
    return value(key, text -> WrittenValue.word(text, words));
  }

  List<Integer> integers(String key, int least, int most) {
    List<Integer> numbers = new ArrayList<>();
    for (String text : texts(key)) {
      numbers.add(placedOf(key, () -> WrittenValue.whole(text, least, most)));
    }
    return numbers;
  }

  private <T> T placedOf(String key, Supplier<T> computed) {
    try {
      return computed.get();
    } catch (IllegalArgumentException e) {
      throw mistakeOf(key, e.getMessage());
    }
  }

  /** A list of single values; none where the key is not there. */
  List<String> texts(String key) {
    List<String> texts = new ArrayList<>();
    int index = 0;
    for (JsonNode item : list(key)) {
      if (!item.isString()) {
        throw file.mistake(
            Mistake.at("must be a single value", Mistake.path(Mistake.path(path, key), index)));
      }
      texts.add(item.asString());
      index++;
    }
    return texts;
  }

  private List<JsonNode> list(String key) {
    if (!node.has(key)) {
      return List.of();
    }
    if (!node.get(key).isArray()) {
      throw mistakeOf(key, "must be a list");
    }
    return node.get(key).valueStream().toList();
  }

  boolean isList(String key) {
    return node.has(key) && node.get(key).isArray();
  }

  /** Names with single values; none where the key is not there. */
  Map<String, String> map(String key) {
    Map<String, String> values = new LinkedHashMap<>();
    section(key, null)
        .ifPresent(section ->
            section.keys().forEach(name -> values.put(name, section.requiredText(name))));
    return values;
  }

  /**
   * The keys and values below a key; empty where it is not there.
   *
   * @param keys the keys that it may have; null for any
   */
  Optional<DefinitionSection> section(String key, List<String> keys) {
    if (!node.has(key)) {
      return Optional.empty();
    }
    Object[] longer = Mistake.path(path, key);
    return Optional.of(
        keys == null ? anyKeys(node.get(key), longer) : checked(file, node.get(key), keys, longer));
  }

  private DefinitionSection anyKeys(JsonNode value, Object... longer) {
    DefinitionSection section = new DefinitionSection(file, value, longer);
    section.requireMapping();
    return section;
  }

  /** The items of a list, each with these keys. */
  List<DefinitionSection> items(String key, List<String> keys) {
    List<DefinitionSection> items = new ArrayList<>();
    int index = 0;
    for (JsonNode item : list(key)) {
      items.add(checked(file, item, keys, Mistake.path(Mistake.path(path, key), index)));
      index++;
    }
    return items;
  }

  /**
   * The commands of a list, each a section with the command as the value of the key {@code run}: a
   * command may also stand there alone.
   */
  List<DefinitionSection> commands(String key, List<String> keys) {
    List<DefinitionSection> commands = new ArrayList<>();
    int index = 0;
    for (JsonNode item : list(key)) {
      Object[] place = Mistake.path(Mistake.path(path, key), index);
      JsonNode mapping =
          item.isObject() ? item : JsonNodeFactory.instance.objectNode().set("run", item);
      commands.add(checked(file, mapping, keys, place));
      index++;
    }
    return commands;
  }

  /**
   * A program and its arguments: a list, or a line that is split as a shell does.
   *
   * @throws UsageException when it is missing or empty, or only a shell could split it
   */
  List<String> command(String key) {
    if (!node.has(key)) {
      throw missing(key);
    }
    List<String> words =
        isList(key) ? texts(key) : value(key, CommandProcess::words).orElse(List.of());
    if (words.isEmpty() || words.getFirst().isBlank()) {
      throw mistakeOf(key, "names no program: write one, such as ./server");
    }
    return words;
  }

  /** A file or folder that is there, relative to that of the experiment. */
  Path existing(String key, String name, Path folder) {
    Path found = placedOf(key, () -> folder.resolve(name).normalize());
    if (!Files.exists(found)) {
      throw mistakeOf(key, "there is no %s".formatted(found));
    }
    return found;
  }

  /** The folder that is named as such; that of the experiment where none is. */
  Path folder(Path experiment) {
    return text("folder").map(name -> existing("folder", name, experiment)).orElse(experiment);
  }
}
