package tasktracker.experiments.stack;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tasktracker.experiments.UsageException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
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
      var location = e.getLocation();
      throw new UsageException(
          "%s, line %d: %s"
              .formatted(source, location == null ? 1 : location.getLineNr(), firstLine(e)),
          e);
    }
    List<String> mistakes = mistakes(architecture);
    if (!mistakes.isEmpty()) {
      throw new UsageException(source + ": " + String.join("; ", mistakes));
    }
    return architecture;
  }

  private static String firstLine(JacksonException e) {
    return e.getOriginalMessage().lines().findFirst().orElse("not a valid description");
  }

  private static List<String> mistakes(Architecture architecture) {
    List<String> mistakes = new ArrayList<>();
    if (architecture.name() == null || !architecture.name().matches("[a-z0-9][a-z0-9_-]{0,39}")) {
      mistakes.add("'name' must be 1-40 of a-z, 0-9, - and _");
    }
    Set<String> databases = new HashSet<>();
    Set<String> services = new HashSet<>();
    architecture.databases().forEach(database -> databases.add(database.name()));
    architecture.services().forEach(service -> services.add(service.name()));
    if (!services.contains(architecture.entry())) {
      mistakes.add("'entry' must name one of the services " + services);
    }
    for (ServiceSpec service : architecture.services()) {
      if (service.artifact() == null) {
        mistakes.add("service %s lacks 'artifact'".formatted(service.name()));
      }
      if (service.database() != null && !databases.contains(service.database())) {
        mistakes.add(
            "service %s uses the unknown database %s"
                .formatted(service.name(), service.database()));
      }
      for (String called : service.calls().values()) {
        if (!services.contains(called)) {
          mistakes.add("service %s calls the unknown service %s".formatted(service.name(), called));
        }
      }
    }
    return mistakes;
  }
}
