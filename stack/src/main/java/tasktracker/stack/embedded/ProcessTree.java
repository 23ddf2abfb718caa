package tasktracker.stack.embedded;

import java.util.ArrayList;
import java.util.List;

/** A process and its descendants, the root first. */
final class ProcessTree {
  private ProcessTree() {}

  /** Ids of those that live now. */
  static List<Long> of(long root) {
    List<Long> pids = new ArrayList<>();
    ProcessHandle.of(root)
        .ifPresent(process -> {
          pids.add(root);
          process.descendants().map(ProcessHandle::pid).forEach(pids::add);
        });
    return pids;
  }
}
