package tasktracker.experiments.definition;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tasktracker.error.LabException;
import tasktracker.results.file.YamlFile;
import tools.jackson.databind.JsonNode;

/**
 * A compose file, and which of its services seems to take the requests: the first that publishes a
 * port.
 *
 * @param file its name
 * @param entry the service; empty where none publishes a port, or the file cannot be read
 * @param port its port in its container
 */
record ComposeGuess(String file, Optional<String> entry, OptionalInt port) {
  private static final List<String> NAMES =
      List.of("compose.yaml", "compose.yml", "docker-compose.yml", "docker-compose.yaml");

  /** Such as {@code 8080:80}, {@code 127.0.0.1:8080:80/tcp} or {@code 80}. */
  private static final Pattern PORT = Pattern.compile("(?:.*:)?(\\d{1,5})(?:/tcp)?");

  /** That of a folder; empty where there is none. */
  static Optional<ComposeGuess> in(Path folder) {
    return NAMES.stream()
        .filter(name -> Files.isRegularFile(folder.resolve(name)))
        .findFirst()
        .map(name -> read(name, folder.resolve(name)));
  }

  private static ComposeGuess read(String name, Path file) {
    try {
      for (var service : YamlFile.read(file).tree().path("services").properties()) {
        OptionalInt port = published(service.getValue().path("ports"));
        if (port.isPresent()) {
          return new ComposeGuess(name, Optional.of(service.getKey()), port);
        }
      }
    } catch (LabException e) {
      // It may use more of YAML than this project does; Compose itself will read it.
      return new ComposeGuess(name, Optional.empty(), OptionalInt.empty());
    }
    return new ComposeGuess(name, Optional.empty(), OptionalInt.empty());
  }

  private static OptionalInt published(JsonNode ports) {
    return ports
        .valueStream()
        .map(port -> port.isObject() ? port.path("target").asString("") : port.asString(""))
        .map(PORT::matcher)
        .filter(Matcher::matches)
        .mapToInt(port -> Integer.parseInt(port.group(1)))
        .findFirst();
  }
}
