package tasktracker.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds who listens on a port, or is connected to it, from {@code /proc}; elsewhere it does not
 * know.
 */
public final class PortOwner {
  private static final Path TABLE = Path.of("/proc/net/tcp");
  private static final String LISTENING = "0A";
  private static final String CONNECTED = "01";

  private PortOwner() {}

  /** A process that listens. */
  public record Holder(long pid, String command) {
    /** The name of its program. */
    public String program() {
      String program = command.split(" ", 2)[0];
      return program.substring(program.lastIndexOf('/') + 1);
    }

    /** As people would name it: id and command. */
    @Override
    public String toString() {
      String shown = command.length() > 90 ? command.substring(0, 90) + "…" : command;
      return "process " + pid + " (" + shown + ")";
    }
  }

  /** The process that listens on a port. Empty where the system does not tell. */
  static Optional<Holder> of(int port) {
    return holders(
            sockets(LISTENING)
                .filter(field -> field[1].endsWith(suffix(port)))
                .map(PortOwner::link)
                .toList())
        .stream()
        .findFirst();
  }

  /** The ports on which anybody listens; none where this system does not tell. */
  public static List<Integer> listening() {
    return sockets(LISTENING)
        .map(field -> field[1].substring(field[1].indexOf(':') + 1))
        .map(port -> Integer.parseInt(port, 16))
        .distinct()
        .sorted()
        .toList();
  }

  /** Whether this system tells who listens on a port. */
  public static boolean isKnowable() {
    return Files.isReadable(TABLE);
  }

  /**
   * All processes that hold the socket that connections to an address reach: one that listens there
   * alone, else one that listens on every address. Empty where nobody listens, or nobody whose open
   * files this user may see.
   */
  public static List<Holder> of(InetSocketAddress address) {
    List<String[]> listening =
        sockets(LISTENING).filter(field -> field[1].endsWith(suffix(address.getPort()))).toList();
    List<String> own =
        listening.stream()
            .filter(field -> address(field[1]).equals(address.getAddress()))
            .map(PortOwner::link)
            .toList();
    List<String> everywhere =
        listening.stream()
            .filter(field -> address(field[1]).isAnyLocalAddress())
            .map(PortOwner::link)
            .toList();
    return holders(own.isEmpty() ? everywhere : own);
  }

  /** Those of these processes that listen on a port other than this one. */
  public static List<Long> listeningBeside(int port, Stream<Long> processes) {
    Set<String> others =
        sockets(LISTENING)
            .filter(field -> !field[1].endsWith(suffix(port)))
            .map(PortOwner::link)
            .collect(Collectors.toSet());
    return processes.filter(pid -> openFiles(pid).stream().anyMatch(others::contains)).toList();
  }

  private static List<Holder> holders(Collection<String> links) {
    return holding(links).map(PortOwner::describe).toList();
  }

  private static Stream<Long> holding(Collection<String> links) {
    return links.isEmpty()
        ? Stream.empty()
        : ProcessHandle.allProcesses()
            .map(ProcessHandle::pid)
            .filter(pid -> openFiles(pid).stream().anyMatch(links::contains));
  }

  /**
   * Address and port in hexadecimal digits; the address in words of the byte order of the machine.
   */
  private static InetAddress address(String field) {
    byte[] bytes = HexFormat.of().parseHex(field.substring(0, field.indexOf(':')));
    ByteBuffer words = ByteBuffer.allocate(bytes.length);
    ByteBuffer given = ByteBuffer.wrap(bytes).order(ByteOrder.nativeOrder());
    while (given.hasRemaining()) {
      words.putInt(given.getInt());
    }
    try {
      return InetAddress.getByAddress(words.array());
    } catch (UnknownHostException e) {
      throw new IllegalStateException("no address of %d bytes".formatted(bytes.length), e);
    }
  }

  private static String link(String[] field) {
    return "socket:[" + field[9] + "]";
  }

  /** Live processes, other than this one, with a connection to a port of any machine. */
  static List<Long> connectedTo(int port) {
    Set<String> links =
        sockets(CONNECTED)
            .filter(field -> field[2].endsWith(suffix(port)))
            .map(PortOwner::link)
            .collect(Collectors.toSet());
    return holding(links).filter(pid -> pid != ProcessHandle.current().pid()).toList();
  }

  private static String suffix(int port) {
    return ":%04X".formatted(port);
  }

  private static Stream<String[]> sockets(String state) {
    return Stream.of(TABLE.toString(), "/proc/net/tcp6")
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
