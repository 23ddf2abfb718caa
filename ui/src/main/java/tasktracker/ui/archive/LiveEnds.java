package tasktracker.ui.archive;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The first and the last lines of a {@code live.jsonl}, however long it is. Lines that hold
 * something else are as if they were not there.
 */
public final class LiveEnds {
  private static final int HEAD = 32 << 10;
  private static final JsonMapper JSON = JsonMapper.shared();

  private final List<String> lines;

  private LiveEnds(List<String> lines) {
    this.lines = lines;
  }

  /**
   * Reads them; nothing of a file that is not there.
   *
   * @param tail bytes to read at the end
   */
  public static LiveEnds of(Path file, int tail) {
    if (!ExperimentFiles.isOwn(file)) {
      return new LiveEnds(List.of());
    }
    try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
      long length = in.length();
      if (length <= HEAD + tail) {
        return new LiveEnds(lines(in, 0, (int) length, false));
      }
      List<String> lines = new ArrayList<>(lines(in, 0, HEAD, false));
      lines.addAll(lines(in, length - tail, tail, true));
      return new LiveEnds(lines);
    } catch (IOException e) {
      return new LiveEnds(List.of());
    }
  }

  /** Whole lines alone: the first one may be cut where it does not begin the file. */
  private static List<String> lines(RandomAccessFile in, long from, int length, boolean cut)
      throws IOException {
    byte[] bytes = new byte[length];
    in.seek(from);
    in.readFully(bytes);
    String text = new String(bytes, UTF_8);
    int begin = cut ? text.indexOf('\n') + 1 : 0;
    int end = text.lastIndexOf('\n');
    return end < begin ? List.of() : List.of(text.substring(begin, end).split("\n"));
  }

  /** The first event of this name. */
  public Optional<JsonNode> first(String event) {
    return find(event, lines);
  }

  /** The last event of this name. */
  public Optional<JsonNode> last(String event) {
    return find(event, lines.reversed());
  }

  /** Whether the last event of one name comes after the last of another. */
  boolean isAfter(String event, String other) {
    for (String line : lines.reversed()) {
      if (is(event, line)) {
        return true;
      }
      if (is(other, line)) {
        return false;
      }
    }
    return false;
  }

  private static Optional<JsonNode> find(String event, List<String> lines) {
    return lines.stream().filter(line -> is(event, line)).flatMap(LiveEnds::parsed).findFirst();
  }

  private static boolean is(String event, String line) {
    return line.startsWith("{\"event\":\"" + event + "\"");
  }

  private static Stream<JsonNode> parsed(String line) {
    try {
      return Stream.of(JSON.readTree(line));
    } catch (JacksonException e) {
      return Stream.empty();
    }
  }
}
