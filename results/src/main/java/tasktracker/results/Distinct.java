package tasktracker.results;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import tasktracker.error.UsageException;
import tasktracker.results.JsonLines.Numbered;

/** Counts every run once: a copy of a line is no repetition of a measurement. */
final class Distinct {
  private final Consumer<String> warnings;

  Distinct(Consumer<String> warnings) {
    this.warnings = warnings;
  }

  /**
   * The runs without copies.
   *
   * @throws UsageException if two different runs claim the same file
   */
  List<RunResult> of(List<Numbered<RunResult>> lines) {
    Map<RunResult, String> runs = new LinkedHashMap<>();
    Map<String, String> places = new HashMap<>();
    List<String> copies = new ArrayList<>();
    for (Numbered<RunResult> line : lines) {
      String first = runs.putIfAbsent(line.value(), line.place());
      if (first != null) {
        copies.add(line.place());
        continue;
      }
      String file = line.value().rawCsvPath();
      String other = file == null ? null : places.putIfAbsent(file, line.place());
      UsageException.unless(
          other == null,
          "%s, raw_csv_path: %s belongs to another run already (%s)",
          line.place(),
          file,
          other);
    }
    if (!copies.isEmpty()) {
      warnings.accept(
          "%s: repeats a run%s; every run counts once"
              .formatted(
                  copies.getFirst(),
                  copies.size() == 1 ? "" : ", as %d more lines".formatted(copies.size() - 1)));
    }
    return List.copyOf(runs.keySet());
  }
}
