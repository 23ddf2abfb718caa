package tasktracker.stack.resource;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;

/** Reads what the operating system accounts for processes. Thread-safe. */
public interface ProcessTable {

  /**
   * CPU time that each tree of processes has used since its root started: its live members and all
   * descendants that ended and were waited for, where the system tells of these; else it falls when
   * one ends. A root that is gone is absent.
   *
   * @param roots process ids
   */
  Map<Long, Duration> cpuTime(Collection<Long> roots);

  /**
   * Memory in bytes that each tree of processes holds now. A root that is gone is absent.
   *
   * @param roots process ids
   */
  Map<Long, Long> memory(Collection<Long> roots);

  /** Whether a process stands still because of a signal; false for one that has ended. */
  boolean isStopped(long pid);

  /** Whether a process can do anything: it neither stands still nor has ended. */
  boolean isMoving(long pid);

  /** What {@link #memory} counts: {@code PSS} (shared pages by share) or {@code RSS}. */
  String memoryKind();

  /** The best table that this machine offers. */
  static ProcessTable ofThisMachine() {
    return Files.exists(Path.of("/proc/self/stat")) ? new ProcFiles() : new PsCommand();
  }
}
