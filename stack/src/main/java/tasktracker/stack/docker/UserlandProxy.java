package tasktracker.stack.docker;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tasktracker.stack.resource.MachineMemory;
import tasktracker.stack.resource.ProcessTable;
import tasktracker.stack.resource.Usage;

/**
 * The processes {@code docker-proxy}, which copy every byte between a published port and its
 * container unless the daemon was started with {@code --userland-proxy=false}. They belong to no
 * container, so no container's figures show what they use.
 *
 * @param processes their ids
 */
record UserlandProxy(List<Long> processes) {
  private static final String PROGRAM = "docker-proxy";
  private static final String PORT = "-host-port";

  /** Those in front of these containers; empty where there are none, or this machine hides them. */
  static Optional<UserlandProxy> before(List<Container> containers) {
    Set<String> ports =
        containers.stream()
            .flatMap(container -> container.ports().values().stream())
            .map(String::valueOf)
            .collect(Collectors.toSet());
    List<Long> found =
        ProcessHandle.allProcesses()
            .map(ProcessHandle::pid)
            .filter(pid -> carries(arguments(pid), ports))
            .toList();
    return found.isEmpty() ? Optional.empty() : Optional.of(new UserlandProxy(found));
  }

  static boolean carries(List<String> arguments, Set<String> ports) {
    int port = arguments.indexOf(PORT) + 1;
    return arguments.getFirst().endsWith(PROGRAM)
        && port > 0
        && port < arguments.size()
        && ports.contains(arguments.get(port));
  }

  private static List<String> arguments(long pid) {
    try {
      return Arrays.asList(
          Files.readString(Path.of("/proc", String.valueOf(pid), "cmdline"), ISO_8859_1)
              .split("\0"));
    } catch (IOException e) {
      return List.of("");
    }
  }

  /** What all of them together have used; empty once one has ended. */
  Optional<Usage> read() {
    ProcessTable table = ProcessTable.ofThisMachine();
    var times = table.cpuTime(processes);
    if (times.size() < processes.size()) {
      return Optional.empty();
    }
    return Optional.of(
        Usage.ofProcesses(
            processes.getFirst(),
            times.values().stream().reduce(Duration.ZERO, Duration::plus),
            table.memory(processes).values().stream().mapToLong(Long::longValue).sum(),
            MachineMemory.bytes()));
  }
}
