package tasktracker.experiments.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a sweep left, as a stranger with a JSON library and a CSV reader finds it. */
record SweptFolder(Path path) {
  private static final JsonMapper JSON = JsonMapper.shared();

  JsonNode json(String file) {
    return JSON.readTree(path.resolve(file));
  }

  /** Each line of {@code results.jsonl}. */
  List<JsonNode> lines() {
    return read(path.resolve("results.jsonl")).stream().map(JSON::readTree).toList();
  }

  /** The folder that a line of {@code results.jsonl} points to. */
  Path runFolder(JsonNode run) {
    return path.resolve(run.path("raw_csv_path").asString()).getParent();
  }

  /** The rows of a CSV file without quoted fields, each by column. */
  static List<Map<String, String>> rows(Path csv) {
    List<String> lines = read(csv);
    List<String> columns = cells(lines.getFirst());
    return lines.stream().skip(1).map(line -> row(columns, cells(line))).toList();
  }

  private static Map<String, String> row(List<String> columns, List<String> cells) {
    Map<String, String> row = new HashMap<>();
    for (int i = 0; i < columns.size(); i++) {
      row.put(columns.get(i), cells.get(i));
    }
    return row;
  }

  private static List<String> cells(String line) {
    return Arrays.asList(line.split(",", -1));
  }

  /** Where a command says that it has drawn plots. */
  static Path plots(Launcher.Ended ended) {
    return ended.out().stream()
        .filter(line -> line.contains(" plots in "))
        .map(line -> Path.of(line.substring(line.indexOf(" in ") + 4)))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no plots: " + ended.text()));
  }

  /** Removes the plots, which commands put into the checkout. */
  static void deletePlots(Launcher.Ended ended) {
    Path folder = plots(ended);
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> read(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
