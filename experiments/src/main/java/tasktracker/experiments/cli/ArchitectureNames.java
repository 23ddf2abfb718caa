package tasktracker.experiments.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tasktracker.error.UsageException;
import tasktracker.stack.ArchitectureCatalog;

/** The value of {@code --arch}. */
final class ArchitectureNames {
  private ArchitectureNames() {}

  /** Names and files, as they were asked for. */
  static List<String> asked(String value) {
    return value.equals("both")
        ? ArchitectureCatalog.BUILT_IN
        : List.of(value.strip().split("\\s*,\\s*", -1));
  }

  /**
   * Name of each architecture and what it was asked for as.
   *
   * @throws UsageException when one cannot be found or is named twice
   */
  static Map<String, String> parse(String value) {
    Map<String, String> sources = new LinkedHashMap<>();
    for (String each : asked(value)) {
      String name = ArchitectureCatalog.find(each).name();
      if (sources.put(name, each) != null) {
        throw new UsageException("--arch: %s is named twice: name each once".formatted(name));
      }
    }
    return sources;
  }

  /** Those that came from a file, with the file. */
  static Map<String, String> files(Map<String, String> sources) {
    Map<String, String> files = new LinkedHashMap<>(sources);
    files.entrySet().removeIf(entry -> entry.getKey().equals(entry.getValue()));
    return files;
  }
}
