package tasktracker.stack.embedded;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A process and its descendants, the root first. */
public final class ProcessTree {
  /** Of the fields after the name in {@code /proc/<pid>/stat}. */
  private static final int SESSION = 3;

  private ProcessTree() {}

  /** Ids of those that live now. */
  static List<Long> of(long root) {
    return ProcessHandle.of(root)
        .map(process -> handles(process).stream().map(ProcessHandle::pid).toList())
        .orElse(List.of());
  }

  /** The root and its descendants, those that live now; none once the root has ended. */
  public static List<ProcessHandle> handles(ProcessHandle root) {
    return root.isAlive() ? Stream.concat(Stream.of(root), root.descendants()).toList() : List.of();
  }

  /**
   * What is left of the session that a process began, such as children that lost their parent; none
   * where the system does not tell. A process keeps its session as long as it lives, and nobody
   * else gets the id of its leader meanwhile.
   */
  public static List<ProcessHandle> session(ProcessHandle leader) {
    long id = leader.pid();
    boolean isAnothers = ProcessHandle.of(id).filter(now -> !now.equals(leader)).isPresent();
    return isAnothers
        ? List.of()
        : ProcessHandle.allProcesses()
            .filter(process -> process.pid() != id && sessionOf(process.pid()) == id)
            .toList();
  }

  private static long sessionOf(long pid) {
    try {
      String stat = Files.readString(Path.of("/proc", String.valueOf(pid), "stat"), ISO_8859_1);
      // The name stands in brackets and may itself hold blanks and brackets.
      return Long.parseLong(stat.substring(stat.lastIndexOf(')') + 2).split(" ")[SESSION]);
    } catch (IOException e) {
      // It ended meanwhile, or this is no Linux.
      return -1;
    }
  }
}
