package tasktracker.stack.resource.container;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
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
  private final Accounting accounting;
  private final NetworkCounters network;

  private Cgroup(long pid, Accounting accounting, NetworkCounters network) {
    this.pid = pid;
    this.accounting = accounting;
    this.network = network;
  }

  /**
   * The group of a process; empty where this machine does not show it, such as when the containers
   * run inside a virtual machine.
   */
  public static Optional<Cgroup> of(long pid) {
    return of(pid, PROC, MOUNT);
  }

  static Optional<Cgroup> of(long pid, Path proc, Path mount) {
    Map<String, String> paths;
    try {
      paths =
          Files.readAllLines(proc.resolve(pid + "/cgroup"), ISO_8859_1).stream()
              .map(line -> line.split(":", 3))
              .flatMap(field ->
                  List.of(field[1].split(",", -1)).stream()
                      .map(controller -> Map.entry(controller, field[2].substring(1))))
              .collect(
                  Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (one, other) -> one));
    } catch (IOException e) {
      return Optional.empty();
    }
    NetworkCounters network = new NetworkCounters(proc.resolve(pid + "/net/dev"));
    return Accounting.at(mount, paths)
        .map(accounting -> new Cgroup(pid, accounting, network))
        .filter(cgroup -> cgroup.read().isPresent());
  }

  /** What it has used; empty once the container has ended. */
  public Optional<Usage> read() {
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
              accounting.throttled()));
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
