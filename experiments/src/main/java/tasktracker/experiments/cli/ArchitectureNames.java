package tasktracker.experiments.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tasktracker.error.UsageException;
import tasktracker.stack.ArchitectureCatalog;

/** The value of {@code --arch}. */
final class ArchitectureNames {
  private ArchitectureNames() {}

  /**
   * Name of each architecture and what it was asked for as.
   *
   * @throws UsageException when one cannot be found or is named twice
   */
  static Map<String, String> parse(String value) {
    List<String> asked =
        value.equals("both") ? ArchitectureCatalog.BUILT_IN : List.of(value.split(",", -1));
    Map<String, String> sources = new LinkedHashMap<>();
    for (String each : asked) {
      String name = ArchitectureCatalog.find(each.strip()).name();
      if (sources.put(name, each.strip()) != null) {
        throw new UsageException("--arch: %s is named twice".formatted(name));
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
