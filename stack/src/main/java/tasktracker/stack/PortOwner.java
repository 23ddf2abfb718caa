package tasktracker.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds who listens on a port, or is connected to it, from {@code /proc}; elsewhere it does not
 * know.
 */
final class PortOwner {
  private static final String LISTENING = "0A";
  private static final String CONNECTED = "01";

  private PortOwner() {}

  /** A process that listens. */
  record Holder(long pid, String command) {
    /** As people would name it: id and command. */
    @Override
    public String toString() {
      String shown = command.length() > 90 ? command.substring(0, 90) + "…" : command;
      return "process " + pid + " (" + shown + ")";
    }
  }

  /** The process that listens on a port. Empty where the system does not tell. */
  static Optional<Holder> of(int port) {
    return listening(port).findFirst().flatMap(PortOwner::holder).map(PortOwner::describe);
  }

  /** Live processes, other than this one, with a connection to a port of any machine. */
  static List<Long> connectedTo(int port) {
    Set<String> links =
        sockets(CONNECTED)
            .filter(field -> field[2].endsWith(suffix(port)))
            .map(field -> "socket:[" + field[9] + "]")
            .collect(Collectors.toSet());
    return links.isEmpty()
        ? List.of()
        : ProcessHandle.allProcesses()
            .map(ProcessHandle::pid)
            .filter(pid -> pid != ProcessHandle.current().pid())
            .filter(pid -> openFiles(pid).stream().anyMatch(links::contains))
            .toList();
  }

  private static Stream<String> listening(int port) {
    return sockets(LISTENING)
        .filter(field -> field[1].endsWith(suffix(port)))
        .map(field -> field[9]);
  }

  private static String suffix(int port) {
    return ":%04X".formatted(port);
  }

  private static Stream<String[]> sockets(String state) {
    return Stream.of("/proc/net/tcp", "/proc/net/tcp6")
        .flatMap(PortOwner::lines)
        .map(line -> line.strip().split("\\s+"))
        .filter(field -> field.length > 9)
        .filter(field -> field[3].equals(state));
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

  private static Holder describe(long pid) {
    return new Holder(
        pid,
        ProcessHandle.of(pid).flatMap(process -> process.info().commandLine()).orElse("unknown"));
  }
}
