package tasktracker.stack.embedded;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A process and its descendants, the root first. */
final class ProcessTree {
  /** Of the fields after the name in {@code /proc/<pid>/stat}. */
  private static final int SESSION = 3;

  private ProcessTree() {}

  /** Ids of those that live now. */
  static List<Long> of(long root) {
    return ProcessHandle.of(root)
        .map(process -> handles(process).stream().map(ProcessHandle::pid).toList())
        .orElse(List.of());
  }

  /** The root and those of its descendants that live now. */
  static List<ProcessHandle> handles(ProcessHandle root) {
    List<ProcessHandle> tree = new ArrayList<>(List.of(root));
    root.descendants().forEach(tree::add);
    return tree;
  }

  /**
   * What is left of the session that a process began, such as children that lost their parent; none
   * where the system does not tell. A process keeps its session as long as it lives.
   */
  static List<ProcessHandle> session(long leader) {
    return ProcessHandle.allProcesses()
        .filter(process -> process.pid() != leader && sessionOf(process.pid()) == leader)
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
