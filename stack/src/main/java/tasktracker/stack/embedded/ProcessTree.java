package tasktracker.stack.embedded;

import java.util.List;
import java.util.stream.Stream;
import tasktracker.stack.resource.ProcStat;

/** A process and its descendants, the root first. */
public final class ProcessTree {
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
            .filter(process -> process.pid() != id && isOf(id, process.pid()))
            .toList();
  }

  private static boolean isOf(long session, long pid) {
    return ProcStat.of(pid).filter(stat -> stat.session() == session).isPresent();
  }
}
