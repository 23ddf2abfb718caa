package tasktracker.experiments.result;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tasktracker.experiments.UsageException;
import tools.jackson.core.JacksonException;

/** A file that is one JSON value. */
final class JsonFile {

  private JsonFile() {}

  /** Writes the whole file, or leaves the old one: there is no moment with half of it. */
  static void write(Path file, Object value) throws IOException {
    Path draft = Files.createTempFile(file.getParent(), file.getFileName().toString(), ".tmp");
    try {
      Files.writeString(
          draft, Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(value) + "\n");
      Files.move(draft, file, ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  static <T> T read(Path file, Class<T> type) throws IOException {
    try {
      return Json.MAPPER.readValue(Files.readString(file), type);
    } catch (JacksonException e) {
      int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
      throw bad(line > 0 ? file + ", line " + line : file.toString(), e);
    }
  }

  static UsageException bad(String where, JacksonException cause) {
    return new UsageException(
        where + ": not what a results file holds: " + cause.getOriginalMessage(), cause);
  }
}
