package tasktracker.experiments.stack;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import tasktracker.experiments.UsageException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * Finds architectures: those that come with the lab by name, those described by a user by the path
 * of their YAML file. The built-in descriptions lie beside this class and show the format.
 */
public final class ArchitectureCatalog {
  /** The architectures that come with the lab, in the order in which they are measured. */
  public static final List<String> BUILT_IN = List.of("monolith", "microservices");

  private static final YAMLMapper YAML =
      YAMLMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .build();

  private ArchitectureCatalog() {}

  /**
   * The architecture of that name or file.
   *
   * @throws UsageException when there is none, or its description is wrong
   */
  public static Architecture find(String nameOrFile) {
    if (BUILT_IN.contains(nameOrFile)) {
      String resource = nameOrFile + ".yaml";
      try (InputStream description = ArchitectureCatalog.class.getResourceAsStream(resource)) {
        return parse(resource, description.readAllBytes());
      } catch (IOException e) {
        throw new IllegalStateException("cannot read " + resource, e);
      }
    }
    if (!nameOrFile.endsWith(".yaml") && !nameOrFile.endsWith(".yml")) {
      throw new UsageException(
          "unknown architecture '%s': use %s or the path of a .yaml file"
              .formatted(nameOrFile, String.join(", ", BUILT_IN)));
    }
    try {
      return parse(nameOrFile, Files.readAllBytes(Path.of(nameOrFile)));
    } catch (IOException e) {
      throw new UsageException("cannot read the architecture file " + nameOrFile, e);
    }
  }

  private static Architecture parse(String source, byte[] description) {
    Architecture architecture;
    try {
      architecture = YAML.readValue(description, Architecture.class);
    } catch (JacksonException e) {
      throw new UsageException("%s: %s".formatted(place(source, e), reason(e)), e);
    }
    List<String> mistakes = Mistakes.in(architecture);
    if (!mistakes.isEmpty()) {
      throw new UsageException(source + ": " + String.join("; ", mistakes));
    }
    return architecture;
  }

  /** File, line where it is known, and key: {@code mine.yaml, line 7, services[1].port}. */
  private static String place(String source, JacksonException e) {
    int line = e.getLocation() == null ? -1 : e.getLocation().getLineNr();
    String key =
        e.getPath().stream()
            .map(step ->
                step.getPropertyName() == null
                    ? "[" + step.getIndex() + "]"
                    : "." + step.getPropertyName())
            .collect(Collectors.joining())
            .replaceFirst("^\\.", "");
    return source + (line > 0 ? ", line " + line : "") + (key.isEmpty() ? "" : ", " + key);
  }

  private static String reason(JacksonException e) {
    if (e instanceof UnrecognizedPropertyException unknown) {
      return "unknown key, use " + unknown.getKnownPropertyIds();
    }
    return e.getOriginalMessage().lines().findFirst().orElse("not a valid description");
  }
}
