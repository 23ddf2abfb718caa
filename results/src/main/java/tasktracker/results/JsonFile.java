package tasktracker.results;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import tasktracker.error.UsageException;
import tasktracker.results.file.FileFailure;
import tasktracker.results.file.Mistake;
import tasktracker.results.file.TextFile;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * A file that is one JSON value: records with snake_case keys, durations in seconds, times in ISO
 * 8601.
 */
public final class JsonFile {

  private JsonFile() {}

  /** Writes the whole file, or leaves the old one: there is no moment with half of it. */
  public static Path write(Path file, Object value) throws IOException {
    String json = text(value) + "\n";
    Path draft = file.resolveSibling(file.getFileName() + ".tmp");
    try {
      Disk.write(draft, json.getBytes(UTF_8));
      return Files.move(draft, file, ATOMIC_MOVE);
    } catch (IOException e) {
      throw FileFailure.named(file, e);
    } finally {
      if (Files.isRegularFile(draft)) {
        Files.delete(draft);
      }
    }
  }

  static String text(Object value) {
    return Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(value);
  }

  /** The value as it would be written. */
  public static JsonNode toTree(Object value) {
    return Json.MAPPER.valueToTree(value);
  }

  /**
   * Reads the file.
   *
   * @throws tasktracker.error.LabException naming file, line and key when it holds something else
   *     or cannot be read
   */
  public static <T> T read(Path file, Class<T> type) {
    return read(file, type, _ -> {});
  }

  /** The same after a check, which throws what {@link Mistake#at} makes. */
  public static <T> T read(Path file, Class<T> type, Consumer<JsonNode> check) {
    String text = TextFile.read(file);
    try {
      JsonNode tree = Json.MAPPER.readTree(text);
      check.accept(tree);
      T value = Json.MAPPER.treeToValue(tree, type);
      UsageException.unless(value != null, "%s: holds null", file);
      return value;
    } catch (JacksonException e) {
      throw Mistake.in(file.toString(), 1, text, Json.MAPPER, e);
    }
  }
}
