package tasktracker.stack.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What every process of a stack carries in its environment from its first moment on: which lab
 * started it, and for which folder. By it a process is recognised that the lab had no time to write
 * down. Only Linux shows the environment of other processes.
 *
 * @param owner the lab that started it
 * @param folder the folder that it works for
 */
record StackMark(StackState.Owner owner, Path folder) {
  static final String VARIABLE = "TASKTRACKER_STACK";

  private static final Path PROC = Path.of("/proc");

  /** The mark of what this process starts for a folder. */
  static StackMark of(Path folder) {
    return new StackMark(StackState.Owner.thisProcess(), folder.toAbsolutePath().normalize());
  }

  /** A live process that carries a mark. */
  record Marked(long pid, StackMark mark) {}

  /** All marked processes that work for this folder or one below it. */
  static List<Marked> below(Path folder) {
    Path whole = folder.toAbsolutePath().normalize();
    try (Stream<Path> entries = Files.list(PROC)) {
      return entries
          .map(entry -> entry.getFileName().toString())
          .filter(name -> Character.isDigit(name.charAt(0)))
          .map(Long::valueOf)
          .flatMap(pid -> read(pid).map(mark -> new Marked(pid, mark)).stream())
          .filter(marked -> marked.mark().folder().startsWith(whole))
          .toList();
    } catch (IOException | UncheckedIOException e) {
      return List.of();
    }
  }

  private static Optional<StackMark> read(long pid) {
    try {
      String environment = Files.readString(PROC.resolve(pid + "/environ"), UTF_8);
      return Stream.of(environment.split("\0"))
          .filter(variable -> variable.startsWith(VARIABLE + "="))
          .findFirst()
          .flatMap(variable -> parse(variable.substring(VARIABLE.length() + 1)));
    } catch (IOException e) {
      // It ended meanwhile, or belongs to someone else.
      return Optional.empty();
    }
  }

  private static Optional<StackMark> parse(String value) {
    String[] part = value.split("[@ ]", 3);
    if (part.length < 3 || !part[0].matches("\\d{1,18}") || !part[1].matches("\\d{1,18}")) {
      return Optional.empty();
    }
    return Optional.of(
        new StackMark(
            new StackState.Owner(
                Long.parseLong(part[0]), Instant.ofEpochMilli(Long.parseLong(part[1]))),
            Path.of(part[2])));
  }

  /** The value of the variable. */
  @Override
  public String toString() {
    return owner.pid() + "@" + owner.started().toEpochMilli() + " " + folder;
  }
}
