package tasktracker.experiments.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds who listens on a port, from {@code /proc}; elsewhere it does not know. */
final class PortOwner {
  private static final String LISTENING = "0A";

  private PortOwner() {}

  /** The process as people would name it: id and command. Empty where the system does not tell. */
  static Optional<String> of(int port) {
    return socketInode(port).flatMap(PortOwner::holder).map(PortOwner::describe);
  }

  private static Optional<String> socketInode(int port) {
    String suffix = ":%04X".formatted(port);
    return Stream.of("/proc/net/tcp", "/proc/net/tcp6")
        .flatMap(PortOwner::lines)
        .map(line -> line.strip().split("\\s+"))
        .filter(field -> field.length > 9)
        .filter(field -> field[1].endsWith(suffix) && field[3].equals(LISTENING))
        .map(field -> field[9])
        .findFirst();
  }

  private static Stream<String> lines(String file) {
    try {
      return Files.readAllLines(Path.of(file)).stream();
    } catch (IOException e) {
      return Stream.empty();
    }
  }

  private static Optional<Long> holder(String inode) {
    String link = "socket:[" + inode + "]";
    return ProcessHandle.allProcesses()
        .map(ProcessHandle::pid)
        .filter(pid -> openFiles(pid).contains(link))
        .findFirst();
  }

  private static List<String> openFiles(long pid) {
    try (Stream<Path> files = Files.list(Path.of("/proc", String.valueOf(pid), "fd"))) {
      return files.map(PortOwner::target).toList();
    } catch (IOException | UncheckedIOException e) {
      // It ended meanwhile, or belongs to someone else.
      return List.of();
    }
  }

  private static String target(Path link) {
    try {
      return Files.readSymbolicLink(link).toString();
    } catch (IOException e) {
      return "";
    }
  }

  private static String describe(long pid) {
    String command =
        ProcessHandle.of(pid).flatMap(process -> process.info().commandLine()).orElse("unknown");
    String shown = command.length() > 90 ? command.substring(0, 90) + "…" : command;
    return "process " + pid + " (" + shown + ")";
  }
}
