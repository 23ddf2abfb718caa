package tasktracker.experiments.result;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;

/** A file with one JSON value a line, which survives a crash of its writer. */
public final class JsonLines {

  private static final byte[] NEWLINE = {'\n'};

  private JsonLines() {}

  /** Appends a line and returns when it is on the disk. A torn last line is cut off first. */
  public static void append(Path file, Object value) throws IOException {
    byte[] line = (Json.MAPPER.writeValueAsString(value) + "\n").getBytes(UTF_8);
    try (var channel = FileChannel.open(file, CREATE, READ, WRITE)) {
      mend(channel);
      Disk.write(channel, line);
    }
  }

  /** Leaves the channel at the end of the last whole line, with nothing behind it. */
  private static void mend(FileChannel channel) throws IOException {
    long end = endOfLastTerminatedLine(channel);
    var rest = ByteBuffer.allocate(Math.toIntExact(channel.size() - end));
    channel.read(rest, end);
    if (isJson(new String(rest.array(), UTF_8))) {
      channel.position(channel.size());
      Disk.write(channel, NEWLINE);
    } else {
      channel.truncate(end).position(end);
    }
  }

  private static boolean isJson(String line) {
    try {
      return !line.isBlank() && Json.MAPPER.readTree(line).isObject();
    } catch (JacksonException e) {
      return false;
    }
  }

  private static long endOfLastTerminatedLine(FileChannel channel) throws IOException {
    var last = ByteBuffer.allocate(1);
    for (long end = channel.size(); end > 0; end--) {
      channel.read(last.clear(), end - 1);
      if (last.get(0) == NEWLINE[0]) {
        return end;
      }
    }
    return 0;
  }

  /** Reads all lines; a last line that was never finished becomes a warning. */
  static <T> List<T> read(Path file, Class<T> type, Consumer<String> warnings) throws IOException {
    List<T> values = new ArrayList<>();
    // Not Files.readString: a torn line may end within a character.
    String text = new String(Files.readAllBytes(file), UTF_8);
    List<String> lines = text.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).isBlank()) {
        continue;
      }
      try {
        values.add(Json.MAPPER.readValue(lines.get(i), type));
      } catch (JacksonException e) {
        String where = file + ", line " + (i + 1);
        boolean torn = i == lines.size() - 1 && !text.endsWith("\n");
        if (!torn) {
          throw JsonFile.bad(where, e);
        }
        warnings.accept(where + ": ignored, its writer was interrupted in it");
      }
    }
    return values;
  }
}
