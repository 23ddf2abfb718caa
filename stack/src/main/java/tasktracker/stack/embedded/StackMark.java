package tasktracker.stack.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
record StackMark(StackOwner owner, Path folder) {
  static final String VARIABLE = "TASKTRACKER_STACK";

  private static final Path PROC = Path.of("/proc");

  static StackMark of(Path folder) {
    return new StackMark(StackOwner.thisProcess(), folder.toAbsolutePath().normalize());
  }

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
    String[] part = value.split(" ", 2);
    return part.length < 2
        ? Optional.empty()
        : StackOwner.parse(part[0]).map(owner -> new StackMark(owner, Path.of(part[1])));
  }

  @Override
  public String toString() {
    return owner + " " + folder;
  }
}
