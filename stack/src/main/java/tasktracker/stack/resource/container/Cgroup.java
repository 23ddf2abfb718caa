package tasktracker.stack.resource.container;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tasktracker.stack.resource.MachineMemory;
import tasktracker.stack.resource.Usage;

/**
 * The control group of a container, of version 1 or 2, and the network of its first process. Memory
 * is what {@code docker stats} shows: usage without the page cache that can be given up at once.
 * Thread-safe.
 *
 * @see <a href="https://docs.kernel.org/admin-guide/cgroup-v2.html">Control Group v2</a>
 * @see <a href="https://docs.kernel.org/admin-guide/cgroup-v1/">Control Groups version 1</a>
 */
public final class Cgroup {
  private static final Path PROC = Path.of("/proc");
  private static final Path MOUNT = Path.of("/sys/fs/cgroup");

  private final long pid;
  private final Path file;
  private final String container;
  private final Accounting accounting;
  private final NetworkCounters network;

  private Cgroup(
      long pid, Path file, String container, Accounting accounting, NetworkCounters network) {
    this.pid = pid;
    this.file = file;
    this.container = container;
    this.accounting = accounting;
    this.network = network;
  }

  /**
   * The group of a container; empty where this machine does not show it, such as when the
   * containers run inside a virtual machine.
   *
   * @param pid its first process, as its engine knows it
   * @param container its full id
   */
  public static Optional<Cgroup> of(long pid, String container) {
    return of(pid, container, PROC, MOUNT);
  }

  static Optional<Cgroup> of(long pid, String container, Path proc, Path mount) {
    Path file = proc.resolve(pid + "/cgroup");
    NetworkCounters network = new NetworkCounters(proc.resolve(pid + "/net/dev"));
    return Accounting.at(mount, paths(file, container))
        .map(accounting -> new Cgroup(pid, file, container, accounting, network))
        .filter(cgroup -> cgroup.read().isPresent());
  }

  /**
   * Whether a process of this machine belongs to a container. Of an engine elsewhere, the number
   * that it tells is here that of another process, or of none.
   */
  public static boolean holds(long pid, String container) {
    return !paths(PROC.resolve(pid + "/cgroup"), container).isEmpty();
  }

  /**
   * The paths of a process that lead to a container, by the controller that each is for. Whoever
   * makes such groups names them by the container, at any place of the tree.
   */
  private static Map<String, String> paths(Path file, String container) {
    try {
      return Files.readAllLines(file, ISO_8859_1).stream()
          .map(line -> line.split(":", 3))
          .filter(field -> field[2].contains(container))
          .flatMap(field ->
              Stream.of(field[1].split(",", -1))
                  .map(controller -> Map.entry(controller, field[2].substring(1))))
          .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (one, _) -> one));
    } catch (IOException e) {
      return Map.of();
    }
  }

  /** What it has used; empty once its first process has ended. */
  public Optional<Usage> read() {
    if (paths(file, container).isEmpty()) {
      return Optional.empty();
    }
    try {
      Duration cpu = accounting.cpu();
      NetworkCounters.Bytes bytes = network.read().orElse(new NetworkCounters.Bytes(null, null));
      return Optional.of(
          new Usage(
              pid,
              cpu,
              accounting.memory(),
              Math.min(accounting.memoryLimit(), MachineMemory.bytes()),
              bytes.received(),
              bytes.sent(),
              accounting.throttled(),
              null));
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
