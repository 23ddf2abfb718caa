package tasktracker.results;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import tasktracker.error.UsageException;
import tasktracker.results.file.FileFailure;
import tasktracker.results.file.Lines;
import tasktracker.results.file.Lines.Line;
import tasktracker.results.file.Mistake;
import tasktracker.results.file.TextFile;
import tools.jackson.core.JacksonException;

/** A file with one JSON value a line, which survives a crash of its writer. */
public final class JsonLines {

  private static final byte[] NEWLINE = {'\n'};

  private JsonLines() {}

  /** Appends a line and returns when it is on the disk. A torn last line is cut off first. */
  public static Path append(Path file, Object value) throws IOException {
    byte[] line = (Json.MAPPER.writeValueAsString(value) + "\n").getBytes(UTF_8);
    try (var lines = new RandomAccessFile(file.toFile(), "rw")) {
      mend(lines);
      Disk.write(lines, line);
      return file;
    } catch (IOException e) {
      throw FileFailure.named(file, e);
    }
  }

  /** Leaves the file at the end of the last whole line, with nothing behind it. */
  private static void mend(RandomAccessFile lines) throws IOException {
    long end = endOfLastTerminatedLine(lines);
    byte[] rest = new byte[Math.toIntExact(lines.length() - end)];
    lines.seek(end);
    lines.readFully(rest);
    if (isJson(new String(rest, UTF_8))) {
      Disk.write(lines, NEWLINE);
    } else {
      lines.setLength(end);
    }
  }

  private static boolean isJson(String line) {
    try {
      return !line.isBlank() && Json.MAPPER.readTree(line).isObject();
    } catch (JacksonException e) {
      return false;
    }
  }

  private static long endOfLastTerminatedLine(RandomAccessFile lines) throws IOException {
    for (long end = lines.length(); end > 0; end--) {
      lines.seek(end - 1);
      if (lines.read() == NEWLINE[0]) {
        return end;
      }
    }
    return 0;
  }

  /**
   * Reads all lines; a last line that was never finished becomes a warning.
   *
   * @throws UsageException naming file, line and key of a line that holds something else
   */
  static <T> List<Numbered<T>> read(Path file, Class<T> type, Consumer<String> warnings) {
    List<Numbered<T>> values = new ArrayList<>();
    try (Lines lines = TextFile.lines(file)) {
      for (Optional<Line> next = lines.next(); next.isPresent(); next = lines.next()) {
        Line line = next.get();
        try {
          String text = line.text();
          if (!text.isBlank()) {
            values.add(new Numbered<>(line.place(), value(file, line, text, type)));
          }
        } catch (UsageException e) {
          if (line.ended()) {
            throw e;
          }
          warnings.accept(line.place() + ": ignored, its writer was interrupted in it");
        }
      }
    }
    return values;
  }

  private static <T> T value(Path file, Line line, String text, Class<T> type) {
    try {
      T value = Json.MAPPER.readValue(text, type);
      UsageException.unless(value != null, "%s: holds null", line.place());
      return value;
    } catch (JacksonException e) {
      throw Mistake.in(file.toString(), line.number(), text, Json.MAPPER, e);
    }
  }

  /** A value and where it stands, in words. */
  record Numbered<T>(String place, T value) {}
}
