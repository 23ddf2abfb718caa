package tasktracker.stack;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tasktracker.error.UsageException;
import tasktracker.results.file.Mistake;
import tasktracker.results.file.YamlFile;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Finds architectures: those that come with the lab by name, those described by a user by the path
 * of their YAML file. The built-in descriptions lie beside this class and show the format.
 */
public final class ArchitectureCatalog {
  /** The architectures that come with the lab, in the order in which they are measured. */
  public static final List<String> BUILT_IN = List.of("monolith", "microservices");

  private static final Set<String> VARIABLES = Set.of("environment", "calls");
  private static final String VARIABLE = "a variable";
  private static final String ITEM = "an item";

  private ArchitectureCatalog() {}

  /**
   * The architectures of these names.
   *
   * @param files where those that a user described were read from, by name
   * @throws tasktracker.error.UsageException when one cannot be found
   */
  public static List<Architecture> find(List<String> names, Map<String, String> files) {
    return names.stream().map(name -> find(files.getOrDefault(name, name))).toList();
  }

  /**
   * The architecture of that name or file.
   *
   * @throws UsageException when there is none, or its description is wrong
   */
  public static Architecture find(String nameOrFile) {
    if (BUILT_IN.contains(nameOrFile)) {
      String resource = nameOrFile + ".yaml";
      try (InputStream description = ArchitectureCatalog.class.getResourceAsStream(resource)) {
        return parse(YamlFile.parse(resource, new String(description.readAllBytes(), UTF_8)));
      } catch (IOException e) {
        throw new IllegalStateException("cannot read " + resource, e);
      }
    }
    if (!nameOrFile.endsWith(".yaml") && !nameOrFile.endsWith(".yml")) {
      throw new UsageException(
          "unknown architecture '%s': use %s or the path of a .yaml file"
              .formatted(nameOrFile, String.join(", ", BUILT_IN)));
    }
    return parse(YamlFile.read(Path.of(nameOrFile)));
  }

  private static Architecture parse(YamlFile description) {
    try {
      requireValues(description.tree(), "");
    } catch (JacksonException e) {
      throw description.mistake(e);
    }
    Architecture architecture = description.as(Architecture.class);
    List<String> mistakes = ArchitectureValidation.in(architecture);
    if (!mistakes.isEmpty()) {
      throw new UsageException(description.source() + ": " + String.join("; ", mistakes));
    }
    return architecture;
  }

  /** An absent list or map is an empty one; an absent variable or item has no meaning. */
  private static void requireValues(JsonNode node, String key, Object... path) {
    if (node.isNull() && (key.equals(VARIABLE) || key.equals(ITEM))) {
      throw Mistake.at("has no value: write \"\" for an empty text", path);
    }
    boolean variables = VARIABLES.contains(key);
    for (Map.Entry<String, JsonNode> each : node.properties()) {
      requireValues(
          each.getValue(), variables ? VARIABLE : each.getKey(), Mistake.path(path, each.getKey()));
    }
    for (int i = 0; node.isArray() && i < node.size(); i++) {
      requireValues(node.get(i), ITEM, Mistake.path(path, i));
    }
  }
}
